// Nothing in the page can run, fetch or send, whatever its policy; what was planted in it is there, as text, and has
// done nothing.
({planted}) => {
  const faults = [];
  const kActive = 'script, iframe, frame, frameset, object, embed, applet, form, base, link, portal, fencedframe, ' +
      'foreignObject, set, animate, animateMotion, animateTransform, math, dialog[open], marquee';
  const kAddresses = new Set(['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'poster', 'background',
                              'data', 'ping', 'cite', 'manifest', 'longdesc', 'codebase', 'usemap', 'srcdoc']);
  for (const e of document.querySelectorAll(kActive)) faults.push(`element ${named(e)}`);
  for (const e of document.querySelectorAll('meta[http-equiv]')) {
    if (e.httpEquiv.toLowerCase() !== 'content-security-policy') faults.push(`meta ${e.httpEquiv}`);
  }
  for (const e of document.querySelectorAll('*')) {
    for (const {name, value} of e.attributes) {
      const lower = name.toLowerCase();
      if (lower.startsWith('on')) faults.push(`${name} of ${named(e)}`);
      if (kAddresses.has(lower) && !value.startsWith('#')) faults.push(`${name}="${words(value)}" of ${named(e)}`);
      if (['style', 'fill', 'stroke', 'filter', 'mask', 'clip-path', 'cursor'].includes(lower) &&
          /url\((?!["']?#)|expression\(|@import/i.test(value)) faults.push(`${name}="${words(value)}" of ${named(e)}`);
    }
  }
  for (const style of document.querySelectorAll('style')) {
    const text = style.textContent;
    if (/@import|url\((?!["']?#)|expression\(|javascript:/i.test(text)) faults.push(`style "${words(text)}"`);
  }
  if (typeof window.__pwned !== 'undefined') faults.push('window.__pwned is there');
  if (document.title === 'pwned') faults.push('the title was changed');

  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  let all = '';
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.parentElement.closest('script, style, template, noscript, textarea')) all += node.data;
  }
  all = plain(all);
  for (const text of planted) if (!all.includes(plain(text))) faults.push(`not there as text: ${text}`);
  return first(faults);
}
