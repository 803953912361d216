# SPDX-License-Identifier: GPL-3.0-or-later
"""A kind and a field that only the descriptions know, at the command line: import, show --json, export, check, copy."""
import unittest

import cli


class Kinds(cli.Case):
    def test_a_kind_and_a_field_more(self):
        self.copil("new", "a.copil", "--title", "A")
        self.write("axes.csv", "label,title\n1,Attractivité\n")
        self.write("parties.csv", "name\nUIMM\n")
        self.write("loans.csv", "axis,title,state,borrower,parties,since,quantity,unit,insured\n"
                                "1,Imprimante,lent,UIMM,UIMM,2024-02-01,2.5,unités,1\n")
        self.write("engagements.csv", "axis,text,motto\n1,Ouvrir des plateaux,Faire\n")
        for kind in ("axes", "parties", "loans", "engagements"):
            self.copil("import", kind, "a.copil", f"{kind}.csv")
        records = self.show("a.copil")["records"]
        party = records["parties"][0]["id"]
        loan = records["loans"][0]
        self.assertEqual(
            {key: loan[key] for key in ("title", "state", "borrower", "parties", "since", "back", "quantity", "unit", "insured")},
            {"title": "Imprimante", "state": "lent", "borrower": party, "parties": [party], "since": "2024-02-01", "back": None,
             "quantity": 2.5, "unit": "unités", "insured": True})
        self.assertEqual([one["motto"] for one in records["engagements"]], ["Faire"])
        for name in ("loans.ods", "loans-out.csv"):
            self.copil("export", "loans", "a.copil", "-o", name)
        self.assertIn("Imprimante", (self.folder / "loans-out.csv").read_text())
        self.copil("export", "engagements", "a.copil", "-o", "engagements-out.csv")
        head, row = (self.folder / "engagements-out.csv").read_text().splitlines()
        self.assertIn("Motto", head)
        self.assertIn("Faire", row)
        # What was written is read in again, and changes nothing.
        self.copil("import", "loans", "a.copil", "loans.ods")
        self.assertEqual(self.show("a.copil")["records"]["loans"], [loan])
        self.copil("check", "a.copil")
        self.copil("copy", "a.copil", "b.copil", "--without-history")
        self.assertEqual(self.show("b.copil")["records"], self.show("a.copil")["records"])


if __name__ == "__main__":
    cli.main()
