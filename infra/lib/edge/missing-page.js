// Lambda@Edge, on what S3 answers, uploaded as it stands. CloudFront's own error pages count for a whole distribution and
// would cover the API's 404 too; this one answers for the site alone. S3 says 403 where a file is not there, because
// CloudFront may read the bucket and not list it.

const KEPT_FOR = 60000;
const PAGE = '/404.html';
const PLAIN = 'This page does not exist.';

let kept = { at: -Infinity, html: PLAIN };

exports.handler = async (event) => {
  const { config, request, response } = event.Records[0].cf;
  if (response.status !== '403' && response.status !== '404') return response;
  const html = request.uri === PAGE ? PLAIN : await pageOf(config.distributionDomainName);
  response.status = '404';
  response.statusDescription = 'Not Found';
  response.headers['content-type'] = [{ key: 'Content-Type', value: 'text/html; charset=utf-8' }];
  response.body = html;
  return response;
};

async function pageOf(host) {
  if (Date.now() - kept.at > KEPT_FOR) {
    const answer = await fetch('https://' + host + PAGE).catch(() => undefined);
    if (answer && answer.ok) kept = { at: Date.now(), html: await answer.text() };
  }
  return kept.html;
}
