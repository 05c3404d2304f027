// Each kind of element with its attributes, in the kind it stands in: "td[class] > svg[aria-labelledby role viewBox]".
// Texts do not matter to it, so that two pages made alike have the same, however their texts differ.
() => {
  const shape = (e) => e.nodeName + '[' + [...e.attributes].map((a) => a.name).sort().join(' ') + ']';
  const in_its_place = (e) => (e.parentElement ? shape(e.parentElement) + ' > ' : '') + shape(e);
  const all = [...document.querySelectorAll('*')].map(in_its_place);
  return [...new Set(all)].sort();
}
