// What judges in the browser share: who is seen, in which colour, on what. Stands before each of the other scripts,
// which are functions that give a list of faults.
const seen = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});

const words = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60);

function named(e) {
  const id = e.id ? '#' + e.id : '';
  const kind = e.getAttribute('class') ? '.' + e.getAttribute('class').trim().split(/\s+/).join('.') : '';
  const text = words(e.textContent);
  return e.localName + id + kind + (text ? ` "${text}"` : '');
}

// What is folded up is judged as well; it is folded again behind the judge.
function unfolded(judge) {
  const all = [...document.querySelectorAll('details')];
  const before = all.map((d) => [d, d.open, d.getAttribute('name')]);
  for (const d of all) {
    d.removeAttribute('name');  // of those with one name only one is open
    d.open = true;
  }
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { animation.cancel(); }
  }
  try {
    return judge();
  } finally {
    for (const [d, open, name] of before) {
      d.open = open;
      if (name !== null) d.setAttribute('name', name);
    }
  }
}

const first = (faults, most = 40) => [...new Set(faults)].slice(0, most);

// Text nodes that are seen, each with the element it stands in and the boxes of its lines. Text for screen readers
// alone, in a box of a pixel or beside the page, is not seen.
function texts(root) {
  const found = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || e.closest('script, style, head, defs, template, noscript') || !seen(e)) continue;
    if (e.ownerSVGElement && e.closest('title, desc')) continue;
    if (hidden_by_clipping(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((b) => b.width > 1 && b.height > 1);
    const away = boxes.every((b) => b.right + scrollX <= 0 || b.bottom + scrollY <= 0);
    if (boxes.length && !away) found.push({node, e, boxes});
  }
  return found;
}

function hidden_by_clipping(e) {
  for (; e; e = e.parentElement) {
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    if (style.overflow !== 'visible' && box.width <= 1 && box.height <= 1) return true;
  }
  return false;
}

// Colours are [red, green, blue, alpha], the first three up to 255.
const pot = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const colours = new Map();
function colour(css) {
  if (!colours.has(css)) {
    pot.clearRect(0, 0, 1, 1);
    pot.fillStyle = '#000';
    pot.fillStyle = css;
    pot.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pot.getImageData(0, 0, 1, 1).data;
    colours.set(css, [r, g, b, a / 255]);
  }
  return colours.get(css);
}
const faded = ([r, g, b, a], by) => [r, g, b, a * by];
function over(top, below) {
  const a = top[3];
  return [0, 1, 2].map((i) => top[i] * a + below[i] * (1 - a)).concat(1);
}
function brightness(c) {
  const [r, g, b] = c.slice(0, 3).map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
// As in WCAG 2: from 1 to 21.
function contrast(a, b) {
  const [low, high] = [brightness(a), brightness(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
const written = (c) => '#' + c.slice(0, 3).map((v) => Math.round(v).toString(16).padStart(2, '0')).join('');

function opacity(e) {
  let all = 1;
  for (; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
  return all;
}

// The sheet under everything, which is dark where the page says that it can be.
function sheet() {
  const probe = document.createElement('i');
  probe.style.backgroundColor = 'Canvas';
  document.documentElement.append(probe);
  const found = colour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return found;
}

// What an HTML element, or the root of an SVG, stands on. Pictures as backgrounds are told in `pictures`.
function backdrop(e, pictures) {
  const layers = [];
  for (; e; e = e.parentElement) {
    const style = getComputedStyle(e);
    if (style.backgroundImage !== 'none') pictures.push(named(e));
    const layer = colour(style.backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reverse().reduce((below, layer) => over(layer, below), sheet());
}

const roots = () => [...document.querySelectorAll('svg')].filter((svg) => !svg.ownerSVGElement && seen(svg));

// How many pixels a unit of the element's own coordinates is.
function scale(e) {
  const m = e.getScreenCTM();
  return m ? Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)) : 1;
}
