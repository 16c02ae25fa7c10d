// Deadlines: a page says what was true on the day it was built; this corrects it by the visitor's day.
// Without JavaScript the state of the build stays. A deadline runs to the end of its day.

const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
const isOver = (element, name) => element.getAttribute(name) < today;

for (const word of document.querySelectorAll("[data-deadline]")) {
  if (isOver(word, "data-deadline")) {
    word.textContent = word.dataset.over;
    word.closest(".badge-running")?.classList.replace("badge-running", "badge-over");
    word.closest(".is-running")?.classList.replace("is-running", "is-over");
  }
}

// A list of running deadlines on another page drops what has passed; on the page of deadlines it moves down.
for (const line of document.querySelectorAll("[data-deadline-line]")) {
  if (isOver(line, "data-deadline-line")) {
    const list = line.parentElement;
    line.remove();
    if (list.childElementCount === 0) {
      list.closest("section").hidden = true;
    }
  }
}

const past = document.querySelector("[data-past-deadlines]");
for (const item of past ? document.querySelectorAll("[data-deadline-item]") : []) {
  if (isOver(item, "data-deadline-item")) {
    const running = item.parentElement;
    past.prepend(item);
    past.hidden = false;
    past.nextElementSibling?.remove();
    if (running.childElementCount === 0) {
      running.hidden = true;
      running.nextElementSibling.hidden = false;
    }
  }
}
