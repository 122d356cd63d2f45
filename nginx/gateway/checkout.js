// Checkout of the simulated gateway, with the interface of Razorpay's: new Razorpay(options).open().
// It runs under the shop page's policy: no inline style, no request but the frame from this script's own host.
(() => {
  'use strict';
  const gateway = new URL(document.currentScript.src).origin;
  const whole = { position: 'fixed', inset: '0', width: '100%', height: '100%', 'max-width': 'none', 'max-height': 'none',
    margin: '0', padding: '0', border: '0', 'border-radius': '0', background: 'transparent', overflow: 'hidden',
    'box-shadow': 'none', 'color-scheme': 'light' };
  const dress = (element, style) => Object.entries(style).forEach(([name, value]) => element.style.setProperty(name, value, 'important'));

  /// What the frame may know of the options; functions stay here.
  const told = ({ key, order_id: order, subscription_id: subscription, amount, name, description, prefill = {}, theme = {}, modal = {}, retry = {} }) => ({
    key, order, subscription, amount, name, description, method: prefill.method, color: theme.color,
    escapes: modal.escape !== false, retries: retry.enabled !== false });

  function post(address, fields) {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }

  class Razorpay {
    #options;
    #listeners = new Map();
    #dialog = null;
    #frame = null;
    #timer = 0;

    constructor(options = {}) {
      if (!options.key) throw new Error('No key passed');
      this.#options = options;
    }

    static open(options) { return new Razorpay(options).open(); }

    on(event, listener) {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
      return this;
    }

    open() {
      if (this.#dialog) return this;
      this.#frame = document.createElement('iframe');
      this.#frame.src = `${gateway}/checkout/`;
      this.#frame.title = 'Checkout';
      this.#dialog = document.createElement('dialog');
      this.#dialog.setAttribute('aria-label', 'Checkout');
      this.#dialog.className = 'razorpay-container';
      for (const element of [this.#dialog, this.#frame]) dress(element, whole);
      this.#dialog.append(this.#frame);
      this.#dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        if (this.#options.modal?.escape !== false) this.#dismiss();
      });
      window.addEventListener('message', this.#hear);
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      if (this.#options.timeout) this.#timer = setTimeout(() => this.#dismiss('timeout'), this.#options.timeout * 1000);
      return this;
    }

    close() {
      if (!this.#dialog) return;
      clearTimeout(this.#timer);
      window.removeEventListener('message', this.#hear);
      this.#dialog.close();
      this.#dialog.remove();
      this.#dialog = null;
    }

    #dismiss(reason) {
      this.close();
      this.#options.modal?.ondismiss?.(reason);
    }

    #hear = ({ origin, source, data }) => {
      if (origin !== gateway || source !== this.#frame.contentWindow) return;
      if (data.kind === 'ready') this.#frame.contentWindow.postMessage(told(this.#options), gateway);
      if (data.kind === 'dismiss') this.#dismiss();
      if (data.kind === 'success') this.#succeed(data.word);
      if (data.kind === 'failure') this.#fail(data.error);
    };

    #succeed(word) {
      const { handler, callback_url: address, redirect } = this.#options;
      this.close();
      if (address && (redirect || !handler)) post(address, word);
      else handler?.(word);
    }

    #fail(error) {
      const { callback_url: address, redirect, retry = {} } = this.#options;
      for (const listener of this.#listeners.get('payment.failed') ?? []) listener({ error });
      if (retry.enabled !== false) return;
      this.close();
      if (address && redirect) {
        const { metadata, ...rest } = error;
        post(address, { ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [`error[${name}]`, value])),
          'error[metadata]': JSON.stringify(metadata) });
      }
    }
  }

  window.Razorpay = Razorpay;
})();
