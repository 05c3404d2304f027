// No two texts of a figure overlap by more than a pixel, and none leaves it. A text is judged line by line, where it
// stands, turned as it is turned.
({tolerance}) => unfolded(() => {
  const faults = [];

  // Corners on the screen of each line of a text.
  const lines = (text) => {
    const found = [];
    const m = text.getScreenCTM();
    let line = null;
    for (let i = 0; m && i < text.getNumberOfChars(); ++i) {
      const box = text.getExtentOfChar(i);
      if (!box.width || !box.height) continue;
      if (line && Math.abs(line.y - box.y) < 0.5 && box.x >= line.x) {
        line.right = Math.max(line.right, box.x + box.width);
      } else {
        line = {x: box.x, y: box.y, right: box.x + box.width, bottom: box.y + box.height};
        found.push(line);
      }
    }
    return found.map(({x, y, right, bottom}) =>
        [[x, y], [right, y], [right, bottom], [x, bottom]].map(([a, b]) => new DOMPoint(a, b).matrixTransform(m)));
  };

  // How deep two boxes are in one another, along the sides of both: at most 0 where they are apart.
  const depth = (one, other) => {
    let least = Infinity;
    for (const box of [one, other]) {
      for (const [from, to] of [[box[0], box[1]], [box[1], box[2]]]) {
        const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
        const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
        const along = (corners) => corners.map((c) => c.x * x + c.y * y);
        const [a, b] = [along(one), along(other)];
        least = Math.min(least, Math.max(...a) - Math.min(...b), Math.max(...b) - Math.min(...a));
      }
    }
    return least;
  };

  for (const root of roots()) {
    const frame = root.getBoundingClientRect();
    const boxes = [];
    for (const text of root.querySelectorAll('text')) {
      if (!seen(text) || text.closest('defs, symbol, pattern')) continue;
      for (const corners of lines(text)) boxes.push({text, corners});
    }
    for (const {text, corners} of boxes) {
      const leaves = corners.some((c) => c.x < frame.left - tolerance || c.x > frame.right + tolerance ||
          c.y < frame.top - tolerance || c.y > frame.bottom + tolerance);
      if (leaves) faults.push(`outside its figure: ${named(text)}`);
    }
    for (let i = 0; i < boxes.length; ++i) {
      for (let j = i + 1; j < boxes.length; ++j) {
        if (boxes[i].text === boxes[j].text) continue;
        const by = depth(boxes[i].corners, boxes[j].corners);
        const both = `${named(boxes[i].text)} and ${named(boxes[j].text)}`;
        if (by > tolerance) faults.push(`overlap by ${by.toFixed(1)} px: ${both}`);
      }
    }
  }
  return first(faults);
})
