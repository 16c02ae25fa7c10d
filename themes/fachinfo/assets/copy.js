// Citations: a button that copies them, and one that saves them as a file for reference managers.
// Without JavaScript the text can be selected and copied by hand.

const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy-button";
  made.textContent = text;
  made.addEventListener("click", () => act(made));
  return made;
};

const save = (text, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

for (const source of document.querySelectorAll("[data-copy]")) {
  const text = source.textContent;
  const buttons = document.createElement("span");
  buttons.className = "copy-buttons";
  // The word on the button changes, and a screen reader hears it.
  buttons.setAttribute("aria-live", "polite");
  if (navigator.clipboard) {
    buttons.append(button(source.dataset.copy, async (made) => {
      await navigator.clipboard.writeText(text);
      made.textContent = source.dataset.copied;
      setTimeout(() => { made.textContent = source.dataset.copy; }, 2000);
    }));
  }

  if (source.dataset.save) {
    buttons.append(button(source.dataset.save, () => save(text, source.dataset.file)));
  }

  if (source.tagName === "PRE") {
    source.after(buttons);
  } else {
    source.append(" ", buttons);
  }
}
