// Loaded into programs that run beside the launcher: when it is killed its channel closes, and they leave with theirs.
process.on('disconnect', () => {
  try {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
});
