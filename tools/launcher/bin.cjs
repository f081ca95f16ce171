// Entry point of every launcher command: `npm start`, `npm run dev`, … Written in old JavaScript, so that an old Node can report that
// it is too old.
// The program runs in this process: it receives the signals, and nothing is left over when it is killed.
var needed = [20, 19];
var version = process.versions.node.split('.').map(Number);

if (version[0] < needed[0] || (version[0] === needed[0] && version[1] < needed[1])) {
  refuse('Canar needs Node.js ' + needed.join('.') + ' or newer, this is ' + process.versions.node + '.');
}
try {
  require.resolve('tsx/cjs');
} catch (error) {
  refuse('The packages are not installed: run npm ci first.');
}
require('tsx/cjs');
require('./' + process.argv[2] + '.ts');

function refuse(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}
