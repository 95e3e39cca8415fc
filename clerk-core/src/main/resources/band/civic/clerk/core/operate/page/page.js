// Exchanges the parts of the page that changed, every few seconds while somebody looks.
(() => {
  'use strict';
  const PAUSE = 2500;
  const parts = ['top', 'tiles', 'concerns', 'running', 'failures', 'queues', 'workers', 'charts', 'planned', 'sites'];

  function exchange(fresh) {
    for (const id of parts) {
      const old = document.getElementById(id);
      const next = fresh.getElementById(id);
      // what somebody is at is left alone until they go elsewhere
      if (old && next && old.innerHTML !== next.innerHTML && !(old.contains(document.activeElement))) {
        const offsets = [...old.querySelectorAll('.scroll')].map(box => box.scrollLeft);
        old.replaceChildren(...next.childNodes);
        [...old.querySelectorAll('.scroll')].forEach((box, i) => { box.scrollLeft = offsets[i] || 0; });
      }
    }
    document.title = fresh.title;
  }

  function show(alive) {
    const live = document.getElementById('live');
    if (live) {
      live.hidden = false;
      live.textContent = alive ? 'live' : 'no answer';
      live.classList.toggle('away', !alive);
    }
  }

  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch('/', { headers: { Accept: 'text/html' } });
        if (answer.ok) {
          exchange(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        }
        show(answer.ok);
      } catch {
        show(false);
      }
    }
    setTimeout(look, PAUSE);
  }

  show(true);
  setTimeout(look, PAUSE);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { show(true); } });
})();
