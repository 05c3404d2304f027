// Letters are large enough and stand out from what is under them, as the page is now: wide or narrow, light or dark.
({html, svg, least}) => unfolded(() => {
  const faults = [];
  const pictures = [];
  const judge_contrast = (e, ink, grounds) => {
    for (const ground of grounds) {
      const found = contrast(over(ink, ground), ground);
      if (found < least - 0.005) {
        faults.push(`contrast ${found.toFixed(2)}, ${written(over(ink, ground))} on ${written(ground)}: ${named(e)}`);
      }
    }
  };

  // A paint is one colour, or those of a pattern or gradient.
  const paints = (paint, e) => {
    if (paint === 'none') return [];
    const reference = paint.match(/^url\("?#([^")]+)"?\)/);
    if (!reference) return [colour(paint)];
    const parts = document.getElementById(reference[1])?.querySelectorAll('*') ?? [];
    const found = [];
    for (const part of parts) {
      const style = getComputedStyle(part);
      const inks = {stop: [style.stopColor], line: [style.stroke]}[part.localName] ?? [style.fill, style.stroke];
      for (const ink of inks) if (ink !== 'none' && !ink.startsWith('url')) found.push(colour(ink));
    }
    if (!found.length) faults.push(`paint that is not there: ${named(e)}`);
    return found;
  };
  const covers = (shape, x, y) => {
    const m = shape.getScreenCTM();
    if (!m) return false;
    return shape.isPointInFill(new DOMPoint(x, y).matrixTransform(m.inverse()));
  };
  // The colours that may be seen at a point of an SVG under `text`, and whether anything is painted over it.
  const svg_grounds = (root, shapes, text, x, y) => {
    let grounds = [backdrop(root, pictures)];
    let covered = false;
    for (const shape of shapes) {
      if (!covers(shape, x, y)) continue;
      const style = getComputedStyle(shape);
      const alpha = Number(style.fillOpacity) * opacity(shape);
      const inks = paints(style.fill, shape).map((ink) => faded(ink, alpha));
      if (text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) {
        covered = covered || inks.some((ink) => ink[3] > 0.5);
        continue;
      }
      const painted = inks.flatMap((ink) => grounds.map((ground) => over(ink, ground)));
      if (style.fill.startsWith('url')) {
        grounds = grounds.concat(painted);
      } else if (painted.length) {
        grounds = painted;
      }
    }
    return {grounds, covered};
  };
  const has_halo = (style) => style.paintOrder.startsWith('stroke') && style.stroke !== 'none' &&
      parseFloat(style.strokeWidth) >= 2;
  const judge_svg = ({e, boxes}, root, shapes) => {
    const style = getComputedStyle(e);
    const size = parseFloat(style.fontSize) * scale(e);
    if (size < svg - 0.05) faults.push(`${size.toFixed(1)} px in a figure: ${named(e)}`);
    const alpha = Number(style.fillOpacity) * opacity(e);
    const inks = paints(style.fill, e).map((ink) => faded(ink, alpha));
    if (!inks.length && style.stroke === 'none') faults.push(`without a colour: ${named(e)}`);
    for (const box of boxes) {
      for (const part of [0.1, 0.5, 0.9]) {
        const y = (box.top + box.bottom) / 2;
        const {grounds, covered} = svg_grounds(root, shapes, e, box.left + part * box.width, y);
        if (covered) faults.push(`painted over: ${named(e)}`);
        const under = has_halo(style) ? [over(colour(style.stroke), grounds[0])] : grounds;
        for (const ink of inks) judge_contrast(e, ink, under);
      }
    }
  };

  for (const root of roots()) {
    const shapes = [...root.querySelectorAll('*')].filter((e) => e instanceof SVGGeometryElement && seen(e) &&
        !e.closest('defs, clipPath, mask, pattern, marker, symbol'));
    for (const text of texts(root)) judge_svg(text, root, shapes);
  }
  for (const {e} of texts(document.body)) {
    if (e.closest('svg')) continue;
    const style = getComputedStyle(e);
    const size = parseFloat(style.fontSize);
    if (size < html - 0.05) faults.push(`${size.toFixed(1)} px: ${named(e)}`);
    judge_contrast(e, faded(colour(style.webkitTextFillColor), opacity(e)), [backdrop(e, pictures)]);
  }
  for (const picture of pictures) faults.push(`a picture under text, where no contrast can be told: ${picture}`);
  return first(faults);
})
