// Nothing makes the page wider than its window, folded or unfolded. What is wide may scroll in a box of its own; it may
// not be cut off there.
() => {
  const faults = [];
  const viewport = document.querySelector('meta[name=viewport]');
  if (!/width\s*=\s*device-width/.test(viewport?.content ?? '')) faults.push('no meta viewport with device-width');
  const boxed = (e) => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
      if (getComputedStyle(p).overflowX !== 'visible') return true;
    }
    return false;
  };
  const look = (state) => {
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) {
      faults.push(`${state}: ${page.scrollWidth} px wide in a window of ${innerWidth}`);
      for (const e of document.body.querySelectorAll('*')) {
        const right = e.getBoundingClientRect().right + scrollX;
        if (right <= innerWidth + 1 || !seen(e) || boxed(e)) continue;
        faults.push(`${state}: up to ${Math.round(right)} px: ${named(e)}`);
      }
    }
    for (const e of document.querySelectorAll('body, body *')) {
      if (e.ownerSVGElement || !seen(e) || e.clientWidth <= 1) continue;
      const hides = ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
      if (hides && e.scrollWidth > e.clientWidth + 1) {
        faults.push(`${state}: cut off at ${e.clientWidth} of ${e.scrollWidth} px: ${named(e)}`);
      }
    }
  };
  look('folded');
  unfolded(() => look('unfolded'));
  return first(faults);
}
