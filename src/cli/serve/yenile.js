// Reloads the preview when another version is there.
(async () => {
  const version = document.currentScript.dataset.version;
  for (;;) {
    try {
      const answer = await fetch("/_onizleme/bekle?" + version, { cache: "no-store" });
      if (answer.status === 205) return location.reload();
      if (answer.status !== 204) throw new Error(answer.statusText);
    } catch {
      // The server has stopped; it may come back.
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
