// A policy stands before anything that it could forbid, and forbids all but the page's own styles.
() => {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  if (!meta) return ['no policy'];
  const faults = [];
  if (meta.parentElement !== document.head) faults.push('the policy is not in the head');
  const before = [...document.head.children].slice(0, [...document.head.children].indexOf(meta));
  for (const e of before) if (!e.matches('meta[charset]')) faults.push(`before the policy: ${named(e)}`);
  const rules = new Map(meta.content.split(';').map((rule) => rule.trim().split(/\s+/)).filter((rule) => rule[0])
      .map(([name, ...values]) => [name.toLowerCase(), values]));
  for (const name of ['default-src', 'base-uri', 'form-action']) {
    if (rules.get(name)?.join(' ') !== "'none'") faults.push(`${name} is not 'none'`);
  }
  const is_own_style = (value) => value === "'unsafe-inline'" || /^'sha(256|384|512)-/.test(value);
  for (const [name, values] of rules) {
    const allowed = values.filter((v) => v !== "'none'" && !(name.startsWith('style-src') && is_own_style(v)));
    if (/^(frame-ancestors|sandbox|report-.*)$/.test(name)) faults.push(`${name} has no meaning in a meta`);
    else if (allowed.length) faults.push(`${name} allows ${allowed.join(' ')}`);
  }
  return faults;
}
