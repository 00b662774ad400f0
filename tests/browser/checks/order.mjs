// The order link: a WhatsApp address that works without script and says what is ordered.
import { isType, nodesOf } from './structured.mjs';

/** `{ number, message }` of a WhatsApp link, or null. */
export function readOrder(href) {
  let url;
  try {
    url = new URL(href);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' || url.hostname !== 'wa.me') return null;
  return { number: url.pathname.slice(1), message: url.searchParams.get('text') ?? '' };
}

/** `12500` as Indonesians write it: `12.500`. */
export const rupiah = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

/** Faults of all product pages: each needs a link that carries its name, price and address. */
export function orderFaults(site) {
  return site.pages.filter((page) => page.kind === 'product').flatMap((page) => productFaults(page));
}

function productFaults(page) {
  const orders = page.links.map((link) => readOrder(link.value)).filter((order) => order?.message);
  const faults = orders.filter((order) => !/^62[0-9]{8,13}$/.test(order.number)).map((order) => `number ${order.number}`);
  if (orders.some((order) => /undefined|null|NaN|\{\{|%[0-9A-F]{2}|\ufffd/.test(order.message))) faults.push('leftovers in the message');
  const offers = nodesOf(page).filter((node) => isType(node, 'Offer') && node.price !== undefined);
  const prices = offers.map((offer) => rupiah(offer.price));
  const isWhole = ({ message }) => message.includes(page.heading) && message.includes(page.canonical)
    && (prices.length === 0 || prices.some((price) => message.includes(price)));
  if (!orders.some(isWhole)) faults.push(`no order link with \`${page.heading}\`, ${prices.join(' or ')} and ${page.canonical}`);
  return faults.map((fault) => `${page.file}: ${fault}`);
}
