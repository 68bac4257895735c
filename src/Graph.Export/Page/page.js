'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { nodes, edges, looks, types, articles, sentences } = data;
  const byId = id => document.getElementById(id);
  const canvas = byId('canvas'), card = byId('card'), context = canvas.getContext('2d');

  // What is shown now: a filter, a view, something chosen.
  const hiddenLooks = new Set(), hiddenTypes = new Set();
  const view = { x: 0, y: 0, scale: 1 };
  let chosen = null, hovered = null, colors = {}, frame = 0, fitted = true, zooming = 0, still = null;

  nodes.forEach((node, i) => Object.assign(node, { index: i, edges: [], shown: true, names: [node.name, ...node.aliases].map(fold) }));
  edges.forEach((edge, i) => {
    Object.assign(edge, { index: i, shown: true });
    nodes[edge.source].edges.push(edge);
    if (edge.target !== edge.source) nodes[edge.target].edges.push(edge);
  });

  // Case, accents and signs that nobody sees do not matter.
  function fold(text) {
    return text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
  }

  // An element with text or other elements in it; nothing is ever read as markup.
  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key === 'onclick') made.addEventListener('click', value);
      else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
    }
    made.append(...content.filter(part => part !== null && part !== undefined));
    return made;
  }

  const text = value => element('bdi', {}, value);

  // ---- Filters

  function applyFilters() {
    const from = byId('from').value, to = byId('to').value, undated = byId('undated').checked;
    const fits = edge => edge.start === undefined && edge.end === undefined
      ? undated
      : (!to || (edge.start ?? '') <= to) && (!from || (edge.end ?? '9999-12-31') >= from);
    for (const node of nodes) node.shown = !hiddenLooks.has(node.look);
    for (const edge of edges) edge.shown = nodes[edge.source].shown && nodes[edge.target].shown && !hiddenTypes.has(edge.type) && fits(edge);
    // Who took part only in facts that are hidden is hidden too.
    for (const node of nodes) if (node.shown && node.edges.length > 0 && !node.edges.some(edge => edge.shown)) node.shown = false;
    if (chosen && !chosen.shown) choose(null);
    const shown = nodes.filter(node => node.shown).length, facts = edges.filter(edge => edge.shown).length;
    byId('status').textContent = `${shown} of ${nodes.length} nodes, ${facts} of ${edges.length} relations`;
    if (!byId('table').hidden) fillTable();
    paint();
  }

  function addChoices(fieldset, names, hidden, count, color) {
    names.forEach((name, i) => {
      const box = element('input', { type: 'checkbox', checked: true });
      box.addEventListener('change', () => { hidden[box.checked ? 'delete' : 'add'](i); applyFilters(); });
      const swatch = color ? element('span', { class: 'swatch' }) : null;
      if (swatch) swatch.style.background = color(i);
      byId(fieldset).append(element('label', {}, box, swatch, ' ', text(name), ` (${count(i)})`));
    });
  }

  // ---- The picture

  const toPicture = (x, y) => ({ x: (x - view.x) / view.scale, y: (y - view.y) / view.scale });

  function fit() {
    const shown = nodes.filter(node => node.shown);
    const { clientWidth: width, clientHeight: height } = canvas;
    if (shown.length === 0 || width === 0) return;
    const left = Math.min(...shown.map(node => node.x - node.width / 2)), right = Math.max(...shown.map(node => node.x + node.width / 2));
    const top = Math.min(...shown.map(node => node.y - node.height / 2)), bottom = Math.max(...shown.map(node => node.y + node.height / 2));
    view.scale = Math.min(1.6, (width - 40) / (right - left), (height - 40) / (bottom - top));
    view.x = width / 2 - view.scale * (left + right) / 2;
    view.y = height / 2 - view.scale * (top + bottom) / 2;
    fitted = true;
    paint();
  }

  function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    if (nodes.length + edges.length > 1000) keepStill();
    const scale = Math.min(8, Math.max(0.02, view.scale * factor));
    const change = scale / view.scale;
    view.x = x - (x - view.x) * change;
    view.y = y - (y - view.y) * change;
    view.scale = scale;
    fitted = false;
    paint();
  }

  // Thousands of shapes of a new size are costly: what was drawn is shown larger or smaller until the size stays.
  function keepStill() {
    if (!zooming) {
      const image = document.createElement('canvas');
      [image.width, image.height] = [canvas.width, canvas.height];
      image.getContext('2d').drawImage(canvas, 0, 0);
      still = { image, x: view.x, y: view.y, scale: view.scale };
    }
    clearTimeout(zooming);
    zooming = setTimeout(() => { zooming = 0; still = null; paint(); }, 120);
  }

  function drawStill(ratio) {
    const change = view.scale / still.scale;
    context.setTransform(change, 0, 0, change, (view.x - still.x * change) * ratio, (view.y - still.y * change) * ratio);
    context.drawImage(still.image, 0, 0);
  }

  function pan(x, y) {
    view.x += x;
    view.y += y;
    fitted = false;
    paint();
  }

  function center(node) {
    view.scale = Math.max(view.scale, 0.8);
    view.x = canvas.clientWidth / 2 - node.x * view.scale;
    view.y = canvas.clientHeight / 2 - node.y * view.scale;
    fitted = false;
    paint();
  }

  function readColors() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['back', 'ink', 'faint', 'line', 'accent', 'denied']) colors[name] = style.getPropertyValue(`--${name}`).trim();
  }

  function resize() {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    fitted ? fit() : paint();
  }

  function paint() {
    if (!frame) frame = requestAnimationFrame(() => { frame = 0; draw(); });
  }

  function draw() {
    const ratio = window.devicePixelRatio || 1;
    const { x: left, y: top } = toPicture(0, 0), { x: right, y: bottom } = toPicture(canvas.clientWidth, canvas.clientHeight);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colors.back;
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (still) return drawStill(ratio);
    context.setTransform(view.scale * ratio, 0, 0, view.scale * ratio, view.x * ratio, view.y * ratio);
    const near = chosen === null ? null : new Set(chosen.edges ?? [chosen]);
    const inView = edges.filter(edge => edge.shown && !(edge.box[2] < left || edge.box[0] > right || edge.box[3] < top || edge.box[1] > bottom));
    drawLines(inView.filter(edge => !near?.has(edge)), near ? 0.25 : 1, colors.line);
    if (near) drawLines(inView.filter(edge => near.has(edge)), 1, colors.accent);
    const nearNodes = near && new Set([...near].flatMap(edge => [nodes[edge.source], nodes[edge.target]]));
    for (const node of nodes) {
      if (!node.shown || node.x + node.width < left || node.x - node.width > right || node.y + node.height < top || node.y - node.height > bottom) continue;
      context.globalAlpha = !near || node === chosen || nearNodes.has(node) ? 1 : 0.35;
      drawNode(node);
    }
    context.globalAlpha = 1;
    if (view.scale > 0.55) for (const edge of inView) if (!near || near.has(edge)) drawLabel(edge);
  }

  function trace(curve) {
    context.moveTo(curve[0], curve[1]);
    if (view.scale < 0.25) context.lineTo(curve[curve.length - 2], curve[curve.length - 1]);
    else for (let i = 2; i < curve.length; i += 6) context.bezierCurveTo(curve[i], curve[i + 1], curve[i + 2], curve[i + 3], curve[i + 4], curve[i + 5]);
  }

  // All lines of a kind are one path: thousands of them stay smooth.
  function drawLines(list, alpha, color) {
    context.globalAlpha = alpha;
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = Math.max(1.3, 0.5 / view.scale);
    for (const isStated of [true, false]) {
      context.setLineDash(isStated ? [] : [6, 4]);
      context.beginPath();
      for (const edge of list) if (!edge.remark === isStated) trace(edge.curve);
      context.stroke();
    }
    context.setLineDash([]);
    if (view.scale > 0.2) {
      context.beginPath();
      for (const edge of list) traceArrow(edge.curve);
      context.fill();
    }
    context.strokeStyle = colors.denied;
    context.beginPath();
    for (const edge of list) if (edge.negated) traceStrike(edge.curve);
    context.stroke();
  }

  function traceArrow(curve) {
    const last = curve.length - 2, x = curve[last], y = curve[last + 1];
    const angle = Math.atan2(y - curve[last - 1], x - curve[last - 2]), cosine = Math.cos(angle), sine = Math.sin(angle);
    context.moveTo(x, y);
    context.lineTo(x - 9 * cosine + 3.6 * sine, y - 9 * sine - 3.6 * cosine);
    context.lineTo(x - 9 * cosine - 3.6 * sine, y - 9 * sine + 3.6 * cosine);
    context.closePath();
  }

  function traceStrike(curve) {
    for (const part of [0.22, 0.78]) {
      const [x, y] = at(curve, part);
      context.moveTo(x - 5, y + 5);
      context.lineTo(x + 5, y - 5);
    }
  }

  function at(curve, part) {
    const count = (curve.length - 2) / 6, index = Math.min(count - 1, Math.floor(part * count)), t = part * count - index, s = 1 - t, i = index * 6;
    const mix = k => s * s * s * curve[i + k] + 3 * s * s * t * curve[i + 2 + k] + 3 * s * t * t * curve[i + 4 + k] + t * t * t * curve[i + 6 + k];
    return [mix(0), mix(1)];
  }

  function drawNode(node) {
    const look = looks[node.look], { x, y } = node, w = node.width / 2, h = node.height / 2;
    const isMarked = node === chosen || node === hovered, isTiny = view.scale * 12 < 3.5;
    if (isTiny && !isMarked) {
      context.fillStyle = look.color;
      context.fillRect(x - w, y - h, 2 * w, 2 * h);
      return;
    }
    context.beginPath();
    switch (look.shape) {
      case 'hexagon': polygon([[x - w, y], [x - w + 10, y - h], [x + w - 10, y - h], [x + w, y], [x + w - 10, y + h], [x - w + 10, y + h]]); break;
      case 'octagon': polygon([[x - w, y - h + 8], [x - w + 8, y - h], [x + w - 8, y - h], [x + w, y - h + 8], [x + w, y + h - 8], [x + w - 8, y + h], [x - w + 8, y + h], [x - w, y + h - 8]]); break;
      case 'sheet': polygon([[x - w, y - h], [x + w - 8, y - h], [x + w, y - h + 8], [x + w, y + h], [x - w, y + h]]); break;
      default: context.roundRect(x - w, y - h, 2 * w, 2 * h, look.shape === 'pill' ? Math.min(w, h, 20) : look.shape === 'rounded' ? 7 : 2);
    }
    context.fillStyle = look.color;
    context.fill();
    context.strokeStyle = isMarked ? colors.accent : look.line;
    context.lineWidth = isMarked ? 3 : 1.2;
    context.stroke();
    if (isTiny) return;
    context.fillStyle = '#1d2126';
    context.font = '12px Helvetica, Arial, sans-serif';
    context.textAlign = 'center';
    node.lines.forEach((line, i) => context.fillText(line, x, y - (node.lines.length - 1) * 7.5 + 4.3 + i * 15, 2 * w - 6));
  }

  function polygon(points) {
    points.forEach(([x, y], i) => i ? context.lineTo(x, y) : context.moveTo(x, y));
    context.closePath();
  }

  function drawLabel(edge) {
    if (!edge.place) return;
    const [x, y, angle, width] = edge.place, height = edge.label.length * 11 + 1;
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.globalAlpha = 0.88;
    context.fillStyle = colors.back;
    context.fillRect(-width / 2, -height / 2, width, height);
    context.globalAlpha = 1;
    context.fillStyle = edge === chosen ? colors.accent : colors.faint;
    context.font = '9.5px Helvetica, Arial, sans-serif';
    context.textAlign = 'center';
    edge.label.forEach((line, i) => {
      const base = 3.3 - (edge.label.length - 1) * 5.5 + i * 11;
      context.fillText(line, 0, base, width);
      if (edge.negated) context.fillRect(-width / 2, base - 3.5, width, 1);
    });
    context.restore();
  }

  // ---- Pointing, dragging

  function findAt(x, y) {
    const point = toPicture(x, y);
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node.shown && Math.abs(point.x - node.x) <= node.width / 2 && Math.abs(point.y - node.y) <= node.height / 2) return node;
    }
    let best = null, least = 7 / view.scale;
    for (const edge of edges) {
      if (!edge.shown || point.x < edge.box[0] - least || point.x > edge.box[2] + least || point.y < edge.box[1] - least || point.y > edge.box[3] + least) continue;
      if (edge.place && Math.hypot(point.x - edge.place[0], point.y - edge.place[1]) < 9) return edge;
      for (let part = 0; part <= 24; part++) {
        const [px, py] = at(edge.curve, part / 24), distance = Math.hypot(point.x - px, point.y - py);
        if (distance < least + (edge.box[2] - edge.box[0] + edge.box[3] - edge.box[1]) / 96 && distance < (best?.distance ?? Infinity)) best = { edge, distance };
      }
    }
    return best?.edge ?? null;
  }

  // The relations of a node that was moved follow it, as arcs.
  function follow(node) {
    for (const edge of node.edges) {
      const source = nodes[edge.source], target = nodes[edge.target];
      if (source === target) shift(edge, node.x - node.lastX, node.y - node.lastY);
      else arc(edge, source, target);
    }
    [node.lastX, node.lastY] = [node.x, node.y];
  }

  function shift(edge, x, y) {
    for (let i = 0; i < edge.curve.length; i += 2) { edge.curve[i] += x; edge.curve[i + 1] += y; }
    if (edge.place) { edge.place[0] += x; edge.place[1] += y; }
    measure(edge);
  }

  function arc(edge, source, target) {
    const dx = target.x - source.x, dy = target.y - source.y, length = Math.hypot(dx, dy) || 1;
    const cx = (source.x + target.x) / 2 - dy / length * 2 * edge.bend, cy = (source.y + target.y) / 2 + dx / length * 2 * edge.bend;
    const start = border(source, cx, cy), end = border(target, cx, cy);
    edge.curve = [...start, start[0] + (cx - start[0]) * 2 / 3, start[1] + (cy - start[1]) * 2 / 3, end[0] + (cx - end[0]) * 2 / 3, end[1] + (cy - end[1]) * 2 / 3, ...end];
    if (edge.place) {
      const [x, y] = at(edge.curve, 0.5);
      let angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
      if (angle > Math.PI / 2) angle -= Math.PI;
      if (angle <= -Math.PI / 2) angle += Math.PI;
      edge.place = [x, y, angle, edge.place[3]];
    }
    measure(edge);
  }

  function border(node, x, y) {
    const dx = x - node.x, dy = y - node.y;
    const part = Math.min(1, node.width / 2 / Math.abs(dx || 1e-9), node.height / 2 / Math.abs(dy || 1e-9));
    return [node.x + dx * part, node.y + dy * part];
  }

  function measure(edge) {
    edge.box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < edge.curve.length; i += 2) {
      edge.box[0] = Math.min(edge.box[0], edge.curve[i]);
      edge.box[1] = Math.min(edge.box[1], edge.curve[i + 1]);
      edge.box[2] = Math.max(edge.box[2], edge.curve[i]);
      edge.box[3] = Math.max(edge.box[3], edge.curve[i + 1]);
    }
  }

  const pointers = new Map();
  let grabbed = null, moved = false;

  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event);
    moved = false;
    const found = findAt(event.offsetX, event.offsetY);
    grabbed = found?.lines ? found : null;
    if (grabbed) [grabbed.lastX, grabbed.lastY] = [grabbed.x, grabbed.y];
  });

  canvas.addEventListener('pointermove', event => {
    const last = pointers.get(event.pointerId);
    if (!last) {
      const found = findAt(event.offsetX, event.offsetY), node = found?.lines ? found : null;
      canvas.style.cursor = found ? 'pointer' : 'grab';
      if (node !== hovered) { hovered = node; paint(); }
      return;
    }
    const x = event.offsetX - last.offsetX, y = event.offsetY - last.offsetY;
    if (!moved && Math.hypot(x, y) < 4) return;
    moved = true;
    if (pointers.size === 2) pinch(event, last);
    else if (grabbed) {
      grabbed.x += x / view.scale;
      grabbed.y += y / view.scale;
      follow(grabbed);
      paint();
    } else pan(x, y);
    pointers.set(event.pointerId, event);
  });

  function pinch(event, last) {
    const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
    const distance = pointer => Math.hypot(pointer.offsetX - other.offsetX, pointer.offsetY - other.offsetY) || 1;
    zoom(distance(event) / distance(last), (event.offsetX + other.offsetX) / 2, (event.offsetY + other.offsetY) / 2);
  }

  canvas.addEventListener('pointerup', event => {
    pointers.delete(event.pointerId);
    if (!moved) choose(findAt(event.offsetX, event.offsetY));
    grabbed = null;
  });
  canvas.addEventListener('pointercancel', event => { pointers.delete(event.pointerId); grabbed = null; });
  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener('keydown', event => {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (steps[event.key]) pan(...steps[event.key]);
    else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') { choose(null); byId('found').hidden = true; }
    if (event.key === '/' && !(event.target instanceof HTMLInputElement)) { byId('search').focus(); event.preventDefault(); }
  });

  // ---- Cards

  function choose(what) {
    chosen = what;
    card.hidden = what === null;
    if (what) {
      card.replaceChildren(element('button', { class: 'close', 'aria-label': 'Close', onclick: () => choose(null) }, '×'), ...(what.lines ? describeNode(what) : describeEdge(what)));
      card.scrollTop = 0;
    }
    resize();
  }

  const openNode = node => () => { choose(node); center(node); card.focus(); };
  const openEdge = edge => () => { choose(edge); card.focus(); };

  // Only addresses that are plainly those of pages become links.
  function link(key, value) {
    const address = key === 'wikidata' && /^Q[1-9]\d*$/.test(value) ? `https://www.wikidata.org/wiki/${value}` : /^https?:\/\/[^\s<>"']+$/.test(value) ? value : null;
    return address ? element('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, text(value)) : text(value);
  }

  const list = pairs => pairs.length === 0 ? null : element('dl', {}, ...pairs.flatMap(([key, value]) => [element('dt', {}, text(key)), element('dd', {}, link(key, value))]));

  function describeNode(node) {
    const facts = node.edges.filter(edge => edge.shown);
    const groups = new Map();
    for (const edge of facts) groups.set(edge.type, [...(groups.get(edge.type) ?? []), edge]);
    return [
      element('h2', {}, text(node.name)),
      element('div', { class: 'faint' }, text(node.labels.join(' · '))),
      node.aliases.length > 0 ? element('p', {}, 'Also called ', ...node.aliases.flatMap((alias, i) => [i ? ', ' : '', text(alias)])) : null,
      list(node.properties),
      ...[...groups].sort(([left], [right]) => left - right).flatMap(([type, group]) => [
        element('h3', {}, text(types[type]), ` (${group.length})`),
        element('ul', { class: 'facts' }, ...group.map(edge => element('li', {}, element('button', { onclick: openEdge(edge) }, ...describeEnds(edge), when(edge))))),
      ]),
      ...quote(node.sentence),
      node.articles.length > 0 ? element('h3', {}, `Named in ${node.mentioned} article${node.mentioned === 1 ? '' : 's'}`) : null,
      element('ul', { class: 'facts' }, ...node.articles.map(article => element('li', {}, ...describeArticle(articles[article])))),
    ].filter(part => part);
  }

  const describeEnds = edge => [
    element('span', { class: edge.negated ? 'negated' : edge.remark ? 'claimed' : '' }, text(nodes[edge.source].name), ' → ', text(nodes[edge.target].name)),
  ];
  const when = edge => element('span', { class: 'faint' }, [edge.when, edge.remark].filter(part => part).map(part => ` · ${part}`).join(''));

  function describeArticle(article) {
    const details = [article.source, article.published].filter(part => part).join(', ');
    return [article.url ? element('span', {}, text(article.title), ' ', link('url', article.url)) : text(article.title), details ? element('span', { class: 'faint' }, ' (', text(details), ')') : null];
  }

  function describeEdge(edge) {
    const [source, target] = [nodes[edge.source], nodes[edge.target]];
    return [
      element('h2', {}, text(types[edge.type])),
      element('ul', { class: 'facts' },
        element('li', {}, element('button', { onclick: openNode(source) }, text(source.name))),
        element('li', {}, element('button', { onclick: openNode(target) }, '→ ', text(target.name)))),
      edge.remark ? element('p', { class: 'remark' }, 'The article does not state this: ', text(edge.remark), '.') : null,
      list(edge.properties),
      ...quote(edge.sentence),
    ].filter(part => part);
  }

  // A sentence in parts: every second one is the name of somebody or something in it.
  function quote(index) {
    if (index === undefined) return [];
    const { parts, article } = sentences[index];
    return [
      element('blockquote', {}, element('bdi', {}, ...parts.map((part, i) => i % 2 ? element('mark', {}, part) : part))),
      element('div', { class: 'faint' }, ...describeArticle(articles[article])),
    ];
  }

  // ---- The table

  const columns = [
    ['From', edge => nodes[edge.source].name], ['Relation', edge => types[edge.type]], ['To', edge => nodes[edge.target].name],
    ['When', edge => edge.start ?? edge.end ?? ''], ['Said by', edge => edge.remark ?? ''], ['Sentence', edge => edge.sentence === undefined ? '' : sentences[edge.sentence].parts.join('')],
  ];
  let sorted = 0, isDown = false;

  function fillTable() {
    const compare = (left, right) => columns[sorted][1](left).localeCompare(columns[sorted][1](right)) || left.index - right.index;
    const rows = edges.filter(edge => edge.shown).sort((left, right) => isDown ? compare(right, left) : compare(left, right));
    const lone = nodes.filter(node => node.shown && node.edges.length === 0);
    const head = columns.map(([name], i) => element('th', { scope: 'col', 'aria-sort': i === sorted ? isDown ? 'descending' : 'ascending' : undefined },
      element('button', { onclick: () => { isDown = sorted === i && !isDown; sorted = i; fillTable(); } }, name)));
    byId('table').replaceChildren(
      element('table', {},
        element('caption', { class: 'quiet' }, 'The relations of the picture'),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows.map(fillRow))),
      ...lone.length > 0 ? [element('p', {}, 'Without relations: ', ...lone.flatMap((node, i) => [i ? ', ' : '', text(node.name)]))] : []);
  }

  function fillRow(edge) {
    const article = edge.sentence === undefined ? null : articles[sentences[edge.sentence].article];
    return element('tr', {},
      element('td', {}, element('button', { onclick: openNode(nodes[edge.source]) }, text(nodes[edge.source].name))),
      element('td', {}, element('button', { onclick: openEdge(edge) }, element('span', { class: edge.negated ? 'negated' : '' }, text(types[edge.type])))),
      element('td', {}, element('button', { onclick: openNode(nodes[edge.target]) }, text(nodes[edge.target].name))),
      element('td', {}, edge.when ?? ''),
      element('td', {}, text(edge.remark ?? '')),
      element('td', {}, article ? text(sentences[edge.sentence].parts.join('')) : '', article ? element('span', { class: 'faint' }, ' ', text(article.title)) : ''));
  }

  function showTable(isTable) {
    byId('table').hidden = !isTable;
    byId('picture').hidden = isTable;
    byId('show-table').setAttribute('aria-pressed', isTable);
    byId('show-picture').setAttribute('aria-pressed', !isTable);
    if (isTable) fillTable();
    else resize();
  }

  // ---- Search

  const search = byId('search'), found = byId('found');

  function find() {
    const sought = fold(search.value.trim());
    const rank = node => node.names.some(name => name === sought) ? 0 : node.names.some(name => name.startsWith(sought)) ? 1 : 2;
    const hits = sought === '' ? [] : nodes.filter(node => node.names.some(name => name.includes(sought))).sort((left, right) => rank(left) - rank(right) || left.index - right.index);
    found.hidden = sought === '';
    found.replaceChildren(
      ...hits.slice(0, 30).map(node => element('li', {}, element('button', { onclick: () => pick(node) }, text(node.name), element('span', { class: 'faint' }, ' ', text(node.labels[0] ?? ''))))),
      ...hits.length === 0 && sought !== '' ? [element('li', { class: 'faint' }, 'Nothing is called that.')] : hits.length > 30 ? [element('li', { class: 'faint' }, `and ${hits.length - 30} more`)] : []);
    return hits;
  }

  function pick(node) {
    if (!node.shown) reset();
    found.hidden = true;
    openNode(node)();
  }

  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') { const [first] = find(); if (first) pick(first); }
    if (event.key === 'ArrowDown') found.querySelector('button')?.focus();
  });
  found.addEventListener('keydown', event => {
    const item = document.activeElement.closest('li');
    const next = event.key === 'ArrowDown' ? item?.nextElementSibling : event.key === 'ArrowUp' ? item?.previousElementSibling : null;
    if (next) { next.querySelector('button')?.focus(); event.preventDefault(); }
  });

  // ---- Beginning

  function reset() {
    byId('filters').reset();
    hiddenLooks.clear();
    hiddenTypes.clear();
    applyFilters();
  }

  addChoices('labels', looks.map(look => look.name), hiddenLooks, i => nodes.filter(node => node.look === i).length, i => looks[i].color);
  addChoices('types', types, hiddenTypes, i => edges.filter(edge => edge.type === i).length);
  for (const id of ['from', 'to', 'undated']) byId(id).addEventListener('input', applyFilters);
  byId('filters').addEventListener('submit', event => event.preventDefault());
  byId('show-all').addEventListener('click', reset);
  byId('show-picture').addEventListener('click', () => showTable(false));
  byId('show-table').addEventListener('click', () => showTable(true));
  byId('zoom-in').addEventListener('click', () => zoom(1.25));
  byId('zoom-out').addEventListener('click', () => zoom(0.8));
  byId('zoom-fit').addEventListener('click', fit);
  byId('show-filters').addEventListener('click', event => {
    const isOpen = byId('filters').hidden;
    byId('filters').hidden = !isOpen;
    event.currentTarget.setAttribute('aria-expanded', isOpen);
    resize();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColors(); paint(); });
  window.addEventListener('resize', resize);
  window.addEventListener('beforeprint', () => { fillTable(); byId('table').hidden = byId('picture').hidden = false; readColors(); resize(); fit(); draw(); });
  window.addEventListener('afterprint', () => { readColors(); showTable(byId('show-table').getAttribute('aria-pressed') === 'true'); });

  edges.forEach(measure);
  readColors();
  applyFilters();
  resize();
})();
