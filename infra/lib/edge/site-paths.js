// A CloudFront Function, uploaded as it stands (JavaScript runtime 2.0; no imports, no exports). That runtime is ES 5.1 with
// a closed list of later things: no for…of, no destructuring, no spread, no class, no default parameter.
// The export holds one folder for each page, English at the root and each other language under its code:
//   /         → /index.html
//   /pricing/ → /pricing/index.html
//   /pricing  → 301 to /pricing/, so that a page has one address
//   /favicon.svg, /pricing/index.txt, /_next/… are files and stay as they are.

function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (uri.endsWith('/')) {
    request.uri = uri + 'index.html';
    return request;
  }
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name.includes('.')) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: onThisSite(uri) + queryOf(request.querystring) } },
  };
}

// `//host` and `/\host` name another site in a Location header.
function onThisSite(uri) {
  const path = uri.replace(/^[/\\\s]+/, '');
  return path === '' ? '/' : '/' + path + '/';
}

function queryOf(querystring) {
  const pairs = [];
  for (const name in querystring) {
    const values = querystring[name].multiValue || [querystring[name]];
    values.forEach((entry) => pairs.push(entry.value === '' ? name : name + '=' + entry.value));
  }
  return pairs.length > 0 ? '?' + pairs.join('&') : '';
}
