// Loaded into programs that run beside the launcher: they exit when their channel to it closes, also when it is killed.
process.on('disconnect', () => {
  try {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
});
