// Before anything is painted, so that nobody who chose dark sees a flash of light. Modules run too late for that, hence no
// module; everything else about the theme is in js/theme.js.
{
  let theme = null;
  try {
    theme = localStorage.getItem('earshot.theme');
  } catch {
    // the browser remembers nothing, so it is the system's
  }
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
}
