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

/** `12500` as Indonesian and English pages write it. */
export const rupiah = (amount) => ['.', ','].map((mark) => String(amount).replace(/\B(?=(\d{3})+$)/g, mark));

/** Orders of a page: WhatsApp links with a number and a message. One without a number is for sharing. */
export const ordersOf = (page) => page.links.map((link) => readOrder(link.value)).filter((order) => order?.number && order.message);

/** Faults of all product pages: each needs a link that carries its name, address and price. */
export function orderFaults(site) {
  return site.pages.filter((page) => page.kind === 'product').flatMap((page) => productFaults(page));
}

function productFaults(page) {
  const orders = ordersOf(page);
  const faults = orders.filter((order) => !/^62[0-9]{8,13}$/.test(order.number)).map((order) => `number ${order.number}`);
  if (orders.some((order) => /undefined|null|NaN|\{\{|%[0-9A-F]{2}|\ufffd/.test(order.message))) faults.push('leftovers in the message');
  // What is sold out is asked for, not ordered.
  const offers = nodesOf(page).filter((node) => isType(node, 'Offer') && node.price !== undefined && !/OutOfStock|SoldOut/.test(node.availability));
  const prices = offers.flatMap((offer) => rupiah(offer.price));
  const isWhole = ({ message }) => message.includes(page.heading) && message.includes(page.canonical)
    && (prices.length === 0 || prices.some((price) => message.includes(price)));
  if (!orders.some(isWhole)) faults.push(`no order link with \`${page.heading}\`, ${prices.join(' or ')} and ${page.canonical}`);
  return faults.map((fault) => `${page.file}: ${fault}`);
}
