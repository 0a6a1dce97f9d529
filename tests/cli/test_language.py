# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets in Chinese and another language than English (docs/TRANSLATE.md)."""
import json
import os
import pathlib
import re
import subprocess
import unittest

from program import SAMPLES, CommandTest, run

CHECKER = pathlib.Path(os.environ["TONGXING_BUILD"]) / "tests/tools/check_structure"
SAMPLE = SAMPLES / "miller-shanghai/profile.yaml"
HEAD = ('msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')


def text_of(pdf: pathlib.Path) -> str:
    """In the order of reading, each space an ordinary one."""
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", text)


class LanguageTest(CommandTest):
    def render(self, name: str, *options, profile=SAMPLE) -> pathlib.Path:
        out = self.folder / name
        ended = run("render", profile, "-o", out, *options)
        self.assertEqual(ended.code, 3, ended)
        return out

    def profile_in(self, language: str) -> pathlib.Path:
        text = SAMPLE.read_text()
        self.assertIn("client_language: en", text)
        return self.put(f"{language}.yaml",
                        text.replace("client_language: en", f"client_language: {language}"))

    def catalogue(self, language: str, *pairs: tuple[str, str], reviewed="no") -> pathlib.Path:
        """A data folder with nothing but a catalogue."""
        folder = self.folder / "data" / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        source = self.put("catalogue.po", HEAD + f'"X-Reviewed: {reviewed}\\n"\n\n' + "\n".join(
            f"msgid {json.dumps(a, ensure_ascii=False)}\nmsgstr {json.dumps(b, ensure_ascii=False)}\n"
            for a, b in pairs))
        subprocess.run(["msgfmt", "-o", folder / "tongxing-paper.mo", source], check=True)
        return self.folder / "data"


class French(LanguageTest):
    def test_sheets(self):
        out = self.render("p.pdf", "--lang", "zh,fr")
        text = text_of(out)
        for said in ("Permis d’entrée-sortie · dossier", "Liste des pièces", "page 1 sur",
                     "dépôt le 23 novembre ; 7 jours ouvrés", "dans cet ordre · lundi 23 novembre 2026",
                     "Passeport étranger de l’enfant, États-Unis", "15 CNY", "材料清单",
                     "Généralement prêt le 2 décembre 2026, au plus tard le 8 décembre 2026."):
            self.assertIn(said, text)
        # Nobody has reviewed it, and it says so.
        self.assertIn("La traduction française n’a été relue par personne ; le texte chinois fait foi.", text)
        # Where sentences were added since, the cover counts them; else no English is left.
        if " sont traduites ; " not in text:
            self.assertEqual(re.findall(r"\b(?:the|and|is|not|with|by|from|page \d+ of)\b", text), [])

    def test_tags(self):
        out = self.render("p.pdf", "--lang", "zh,fr")
        self.assertEqual(subprocess.run([CHECKER, out], check=False).returncode, 0)
        opened = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", out, "-"],
                                capture_output=True, check=True).stdout
        self.assertIn(b"/Lang (fr)", opened)
        self.assertNotIn(b"/Lang (en)", opened)

    def test_january(self):
        out = self.render("p.pdf", "--lang", "zh,fr", "--as-of", "2026-01-01")
        self.assertIn("dossier a été établi d’après ce qui nous a été dit le 1er janvier 2026 ;", text_of(out))

    def test_the_page_of_refusals_says_it_too(self):
        ended = run("render", SAMPLES / "nothing-fits/profile.yaml", "-o", self.folder, "--lang", "zh,fr")
        self.assertEqual(ended.code, 3, ended)
        text = text_of(next(self.folder.glob("*.pdf")))
        self.assertIn("Démarches non proposées", text)
        self.assertIn("n’a été relue par personne", text)

    def test_doctor(self):
        ended = run("doctor")
        self.assertRegex(ended.out, r"(?m)^ok  sheets: zh,en$")
        self.assertRegex(ended.out, r"(?m)^ok  sheets: zh,fr: \d+ of \d+ sentences translated, not reviewed$")


class Choice(LanguageTest):
    def test_the_profile_says_it_and_the_option_wins(self):
        by_option = self.render("option.pdf", "--lang", "zh,fr").read_bytes()
        english = self.render("english.pdf").read_bytes()
        self.assertNotEqual(by_option, english)
        for language in ("fr", "fr-CA"):
            profile = self.profile_in(language)
            self.assertEqual(self.render("profile.pdf", profile=profile).read_bytes(), by_option)
            self.assertEqual(self.render("wins.pdf", "--lang", "zh,en", profile=profile).read_bytes(), english)
        for language in ("zh", "en-GB"):
            profile = self.profile_in(language)
            self.assertEqual(self.render("profile.pdf", profile=profile).read_bytes(), english)

    def test_a_profile_in_a_language_without_translation_gets_english(self):
        out = self.folder / "p.pdf"
        ended = run("render", self.profile_in("sv"), "-o", out)
        self.assertEqual(ended.code, 3, ended)
        self.assertIn("there is no translation into 'sv'; the sheets are in Chinese and English", ended.err)
        self.assertEqual(out.read_bytes(), self.render("english.pdf").read_bytes())

    def test_wrong_options(self):
        for language in ("fr", "fr,zh", "zh", "zh,", "zh,zh", "zh,en,fr"):
            with self.subTest(language=language):
                ended = run("render", SAMPLE, "-o", self.folder / "p.pdf", "--lang", language)
                self.assertEnds(ended, 2)
                self.assertIn("zh,en or zh,fr", ended.err)
        ended = run("render", SAMPLE, "-o", self.folder / "p.pdf", "--lang", "zh,sv")
        self.assertEnds(ended, 2)
        self.assertIn("U006", ended.err)
        self.assertIn("there are: en, fr", ended.err)
        self.assertEqual(self.names(), [])

    def test_json_names_it(self):
        for options, languages in (([], "zh,en"), (["--lang", "zh,fr"], "zh,fr")):
            ended = run("render", SAMPLE, "-o", self.folder / "p.pdf", "--json", *options)
            self.assertEqual(json.loads(ended.out)[0]["lang"], languages)


class OwnCatalogue(LanguageTest):
    def test_what_is_not_translated_is_english_and_counted(self):
        data = self.catalogue("de", ("contents", "Inhalt"), ("the child need not come", "Kind muss nicht kommen"))
        out = self.render("p.pdf", "--lang", "zh,de", "--data", data)
        text = text_of(out)
        for said in ("Inhalt", "Kind muss nicht kommen", "Document checklist", "filed 23. November",
                     "The translation has not been reviewed; the Chinese text counts."):
            self.assertIn(said, text)
        self.assertRegex(text, r"\b2 of \d{4} sentences are translated; the others are in English\.")
        ended = run("doctor", "--data", data)
        self.assertEqual(ended.code, 0, ended)
        self.assertRegex(ended.out, r"zh,de: 2 of \d{4} sentences translated, not reviewed")

    def test_a_reviewed_one_says_nothing(self):
        data = self.catalogue("de", ("contents", "Inhalt"), reviewed="2026-10-01, M. Muster")
        text = text_of(self.render("p.pdf", "--lang", "zh,de", "--data", data))
        self.assertNotIn("has not been reviewed", text)
        self.assertIn("reviewed: 2026-10-01, M. Muster", run("doctor", "--data", data).out)

    def test_one_that_cannot_be_printed(self):
        for english, german, code, said in (
                ("checklist {line}", "Liste {zeile}", "T902", "nothing fills the gap 'zeile'"),
                ("contents", "Inhalt \ue000", "T903", "U+E000")):
            with self.subTest(code=code):
                data = self.catalogue("de", (english, german))
                ended = run("render", SAMPLE, "-o", self.folder / "p.pdf", "--lang", "zh,de", "--data", data)
                self.assertEnds(ended, 4)
                self.assertIn(code, ended.err)
                self.assertIn(said, ended.err)
                self.assertEqual(run("doctor", "--data", data).code, 4)
        broken = self.folder / "data/locale/de/LC_MESSAGES/tongxing-paper.mo"
        broken.write_bytes(b"nothing of the sort")
        self.assertIn("T901", run("doctor", "--data", data).err)


if __name__ == "__main__":
    unittest.main()
