// Tables have a name (a caption, or one for screen readers alone) and cells that head others; what refers to an id
// finds one element.
() => {
  const faults = [];
  for (const table of document.querySelectorAll('table')) {
    const by = (table.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const name = [table.caption?.textContent, table.getAttribute('aria-label'),
                  ...by.map((id) => document.getElementById(id)?.textContent)];
    if (!name.some((text) => text?.trim())) faults.push(`without a name: ${named(table)}`);
    const heads = [...table.querySelectorAll('th')].some((th) => th.textContent.trim());
    if (!heads) faults.push(`without header cells: ${named(table)}`);
  }
  const kReferring = /^(aria-(labelledby|describedby|controls|details|owns)|headers|for)$/;
  const ids = new Map();
  for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) ?? 0) + 1);
  for (const [id, count] of ids) if (count > 1) faults.push(`${count} elements are called #${id}`);
  for (const e of document.querySelectorAll('*')) {
    for (const {name, value} of e.attributes) {
      const wanted = [...value.matchAll(/url\(\s*["']?#([^"')]+)["']?\s*\)/g)].map((m) => m[1]);
      if (kReferring.test(name)) wanted.push(...value.split(/\s+/));
      if (/^(xlink:)?href$/.test(name) && value.startsWith('#')) wanted.push(decodeURIComponent(value.slice(1)));
      for (const id of wanted) if (id && !ids.has(id)) faults.push(`no #${id} for ${name} of ${named(e)}`);
    }
  }
  return first(faults);
}
