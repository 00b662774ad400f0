// Hands a picture to the phone's own sheet, where that takes files. Nothing is asked of another host.
const picture = (name, data) => new File([data], name, { type: 'image/jpeg' });
if (navigator.canShare && navigator.canShare({ files: [picture('a.jpg', '')] })) {
  for (const button of document.querySelectorAll('[data-picture]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const { picture: address, title } = button.dataset;
      try {
        const answer = await fetch(address);
        const file = picture(address.split('/').pop(), await answer.blob());
        await navigator.share({ files: [file], text: `${title} ${location.href.split('#')[0]}` });
      } catch {
        // Closed without a choice, or no network: the plain downloads stay.
      }
    });
  }
}
