// Runs in the head, before paint, so that no page flashes in the wrong theme.
{
    let chosen = null;
    try {
        chosen = localStorage.getItem('theme');
    } catch {
        // Storage is switched off: follow the system.
    }
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    document.documentElement.setAttribute('data-bs-theme', chosen ?? system);
}
