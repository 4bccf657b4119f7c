// Stands in for @vscode/native-watchdog, which would have to be compiled: ends this process when its parent is gone.
let timer;

exports.start = (pid) => {
  timer ??= setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 3000);
  timer.unref();
};

exports.exit = (code) => process.exit(code ?? 0);
