/**
 * The launcher other sites embed with one script tag:
 * `<script async src="https://complaints.example/widget.js" data-locale="zh-CN"></script>`.
 * Opens the chat in a frame of ours; the embedding page sees nothing of what is said there.
 */
((script: HTMLOrSVGScriptElement | null) => {
  if (!(script instanceof HTMLScriptElement) || document.getElementById('redress-widget')) return;
  const zh = /^zh/i.test(script.dataset.locale ?? navigator.language);
  const words = zh
    ? { open: '投诉与反馈', close: '关闭', title: '投诉受理' }
    : { open: 'Complaints', close: 'Close', title: 'Complaints desk' };
  const address = new URL('/chat?embed=1', script.src);
  address.searchParams.set('locale', zh ? 'zh-CN' : 'en');

  const host = document.createElement('div');
  host.id = 'redress-widget';
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; }
    button { display: flex; align-items: center; gap: 8px; margin-left: auto; padding: 12px 18px; border: 0; border-radius: 99px;
      background: #0b6e66; color: #fff; font: 600 15px/1.2 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
      box-shadow: 0 6px 20px rgb(0 0 0 / 0.22); cursor: pointer; }
    button:hover { background: #08564f; }
    button:focus-visible { outline: 3px solid #7fd0c6; outline-offset: 2px; }
    svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
    iframe { display: block; width: min(400px, calc(100vw - 40px)); height: min(640px, calc(100dvh - 110px)); margin-bottom: 12px;
      border: 1px solid rgb(0 0 0 / 0.12); border-radius: 16px; background: Canvas; box-shadow: 0 16px 48px rgb(0 0 0 / 0.24); }
    iframe[hidden] { display: none; }
    @media (max-width: 500px) { iframe:not([hidden]) { position: fixed; left: 8px; top: 8px; width: calc(100vw - 16px); height: calc(100dvh - 84px); margin: 0; } }
  `);
  shadow.adoptedStyleSheets = [sheet];

  const launcher = document.createElement('button');
  launcher.type = 'button';
  const label = document.createElement('span');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.append(path);
  launcher.append(icon, label);

  let frame: HTMLIFrameElement | null = null;
  const isOpen = () => frame !== null && frame.getAttribute('hidden') === null;
  const openFrame = (): HTMLIFrameElement => {
    const made = document.createElement('iframe');
    made.src = address.href;
    made.title = words.title;
    made.id = 'redress-chat';
    shadow.insertBefore(made, launcher);
    return made;
  };
  const show = (open: boolean): void => {
    if (open) frame ??= openFrame();
    if (frame) frame.hidden = !open;
    launcher.setAttribute('aria-expanded', String(open));
    label.textContent = open ? words.close : words.open;
    path.setAttribute(
      'd',
      open ? 'm5 5 10 10M15 5 5 15' : 'M4 4h12v8.5H9l-3.5 3.300V12.500H4zM7 7.200h6M7 9.600h4',
    );
  };
  launcher.addEventListener('click', () => show(!isOpen()));
  host.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    show(false);
    launcher.focus();
  });
  show(false);
  shadow.append(launcher);
  // A script that comes from the browser's cache may run before there is a body.
  if (document.body) document.body.append(host);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(host), { once: true });
})(document.currentScript);
