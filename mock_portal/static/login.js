"use strict";

const loginForm = document.getElementById("login");
const captchaImage = document.getElementById("captcha_image");

async function logIn(extra = {}) {
  const values = { ...Object.fromEntries(new FormData(loginForm)), ...extra };
  const result = await request("/login", values);
  if (!result) return;
  if (result.kind === "ok") {
    window.top.location = "/main";
  } else if (result.kind === "confirm") {
    if (window.confirm(result.text)) await logIn({ end_other: "1" });
  } else {
    window.alert(result.text);
    if (captchaImage) captchaImage.src = "/captcha?" + Date.now();
  }
}

const last = document.getElementById("captcha") || document.getElementById("password");
last.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  logIn();
});
enterIsTab(loginForm);
document.getElementById("btnLogin").addEventListener("click", () => logIn());
if (captchaImage) captchaImage.addEventListener("click", () => { captchaImage.src = "/captcha?" + Date.now(); });
