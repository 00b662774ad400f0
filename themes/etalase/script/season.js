// Marks the month that it is.
document.querySelector('.season__year')?.children[new Date().getMonth()].classList.add('is-now');
