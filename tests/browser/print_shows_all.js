// On paper nothing is folded up. To be asked with the styles for print in force.
() => {
  const faults = [];
  if (!matchMedia('print').matches) faults.push('the styles for print are not in force');
  for (const details of document.querySelectorAll('details')) {
    if (details.open) continue;
    const state = getComputedStyle(details, '::details-content');
    const folded = state.contentVisibility === 'hidden' || state.display === 'none' || parseFloat(state.height) === 0;
    const content = [...details.children].filter((e) => e.localName !== 'summary');
    const shown = content.length ? content.some((e) => seen(e) && e.getBoundingClientRect().height > 0) : !folded;
    if (!shown) faults.push(`folded up on paper: ${named(details)}`);
  }
  for (const e of document.querySelectorAll('body *')) {
    const hides = ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    if (hides && !e.ownerSVGElement && seen(e) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1) {
      faults.push(`cut off on paper at ${e.clientWidth} of ${e.scrollWidth} px: ${named(e)}`);
    }
  }
  return first(faults);
}
