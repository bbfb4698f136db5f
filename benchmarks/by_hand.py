"""The yardstick: the script that a tester would write by hand for these twelve people and this one portal.

Drafts and declares person by person, and takes four pictures of each case. It checks little, resumes nothing and
knows only the Spanish portal; what it does, it does without detours.

    python -m benchmarks.by_hand URL ROSTER.csv PICTURES_FOLDER BROWSER   ("" is Playwright's own)
"""

from __future__ import annotations

import asyncio
import csv
import sys
from pathlib import Path

from playwright.async_api import FrameLocator, Locator, Page, async_playwright, expect

OPERATIONS = {
    "add": "Alta de trabajador",
    "renew": "Reanudación de cobertura",
    "interrupt": "Interrupción de cobertura",
}
HOUSEHOLDS = {
    "11": "urbano local",
    "12": "urbano de fuera",
    "21": "rural local",
    "22": "rural de fuera",
    "51": "residente local",
    "52": "residente de fuera",
}
REASONS = {"1": "Fin de contrato", "2": "Dimisión", "5": "Traslado a otro lugar"}
YES_NO = {"yes": "Sí", "no": "No"}


class ByHand:
    """One browser page, logged in."""

    def __init__(self, page: Page, pictures: Path) -> None:
        self.page = page
        self.pictures = pictures
        self.form = page.frame_locator("#area_operations .tab-body:not([hidden]) iframe")
        self.lists = page.frame_locator("#documents")

    async def log_in(self, url: str, user: str, password: str) -> None:
        await self.page.goto(url)
        await self.page.fill("#username", user)
        await self.page.fill("#password", password)
        await self.page.click("#btnLogin")
        await self.page.wait_for_selector(".top-menu")

    async def file(self, person: dict[str, str]) -> None:
        number = person["id_number"]
        await self.page.click(".top-menu [data-area=operations]")
        await self.page.click(f"text={OPERATIONS[person['operation']]}")
        await self.fill(person)
        await self.picture(number, "filled")
        await self.form.locator("#btnSave").click()
        said = await self.box(self.form)
        await self.picture(number, "saved")
        await self.ok(self.form)
        if said == "Guardado en borradores.":
            await self.declare(number)
        await self.page.click(".top-menu [data-area=operations]")
        await self.page.click(".tab-close")

    async def fill(self, person: dict[str, str]) -> None:
        await self.form.locator("#aac002").fill(person["id_number"])
        await self.form.locator("#aac002").press("Tab")
        await self.unmasked()
        if person["operation"] == "interrupt":
            await self.choose("zdyy", REASONS[person["reason"]])
            return
        if person["operation"] == "renew" and await self.form.locator(".msgbox").is_visible():
            await self.ok(self.form)
        await self.form.locator("#aac003").fill(person["name"])
        await self.form.locator("#aac040").fill(person["wage"])
        await self.choose("aac009", HOUSEHOLDS[person["household"]])
        await self.choose("sfwlwg", YES_NO[person["migrant"]])
        await self.choose("cjwlbx", YES_NO[person["migrant_insurance"]])
        for name, value in (("sheng", person["province"]), ("shi", person["city"]), ("xian", person["county"])):
            if value:
                await self.choose(name, value)
        if person["arrears"]:
            await self.choose("sfbj", YES_NO[person["arrears"]])

    async def choose(self, name: str, text: str) -> None:
        await self.form.locator(f"#{name}_combo").click()
        await self.form.locator(".combo-item:visible").get_by_text(text, exact=True).click()

    async def declare(self, number: str) -> None:
        await self.row(number).locator("input[type=checkbox]").check()
        await self.lists.locator("#btnDeclare:visible").click()
        await self.box(self.lists)
        await self.picture(number, "declared")
        await self.ok(self.lists)
        for tab in ("approved", "rejected"):
            await self.lists.locator(f"#tabs [data-tab={tab}] a").click()
            await self.unmasked()
            if await self.row(number).count():
                break
        await self.picture(number, "final-row")

    def row(self, number: str) -> Locator:
        return self.lists.locator("tbody tr:visible").filter(has_text=number).first

    async def box(self, frame: FrameLocator) -> str:
        return await frame.locator(".msgbox-text").inner_text()

    async def ok(self, frame: FrameLocator) -> None:
        await frame.locator(".msgbox").get_by_text("Aceptar").click()

    async def unmasked(self) -> None:
        """Clicks wait for the mask by themselves, for it lies over everything; typing and reading do not."""
        await expect(self.page.locator(".page-mask")).to_be_hidden()

    async def picture(self, number: str, name: str) -> None:
        await self.page.screenshot(path=self.pictures / f"{number}-{name}.png", full_page=True)


async def main(url: str, people: list[dict[str, str]], pictures: Path, browser_path: str) -> None:
    """File everyone."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path or None, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1280, "height": 1000})
        page.on("dialog", lambda dialog: dialog.accept())
        by_hand = ByHand(page, pictures)
        await by_hand.log_in(url, "170000001", "demo-170000001")
        for person in people:
            await by_hand.file(person)
        await page.click("a[href='/logout']")
        await browser.close()


if __name__ == "__main__":
    address, roster_file, folder, browser_file = sys.argv[1:]
    listed = list(csv.DictReader(Path(roster_file).read_text(encoding="utf-8").splitlines()))
    asyncio.run(main(address, listed, Path(folder), browser_file))
