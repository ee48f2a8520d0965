// Fields that the address fills in behind its #, which no browser sends anywhere: a QR code leads here.

export function toldFields(form) {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements[name];
    if (field?.type === "text" && !field.value) field.value = value;
  }
  // nor does it stay where others look
  if (location.hash.includes("=")) history.replaceState(null, "", location.pathname);
}
