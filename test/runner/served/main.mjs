// Starts the VS Code server so that it cannot outlive us: when the pipe to the program that started it closes, however
// that program ended, the server's whole process group goes.
//   node main.mjs <server-main.js> <its arguments…>
import { pathToFileURL } from 'node:url';

process.stdin.on('close', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
process.stdin.resume();

process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1] ?? '').href);
