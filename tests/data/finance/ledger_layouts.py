"""Ledgers after the layouts of systems, all made up, whose truth is known to the cent."""

from __future__ import annotations

# Name -> the text, what counts by year and kind, the answers that it takes, the name of the file.
CASES: dict[str, tuple[str, dict[tuple[int, str], float], dict[str, str], str]] = {
    "a creditor's card with a minus before invoices": (
        """Boekingsdatum;Documentsoort;Documentnr.;Extern documentnr.;Leveranciersnr.;Leveranciersnaam;Omschrijving;Valutacode;Oorspronkelijk bedrag;Bedrag;Restbedrag;Vervaldatum;Open
05-02-2022;Factuur;IF22-001;F1;100123;Stichting Platform31;Bijdrage;;-20.762,00;-20.762,00;0,00;05-03-2022;Nee
07-03-2022;Factuur;IF22-002;F2;100123;Stichting Platform31;Leerkring;;-3.250,00;-3.250,00;0,00;07-04-2022;Nee
08-03-2022;Creditnota;IC22-003;F3;100123;Stichting Platform31;Credit;;395,00;395,00;0,00;08-04-2022;Nee
09-03-2022;Factuur;IF22-004;F4;100200;Delta;Advies;;-1.000,00;-1.000,00;-1.000,00;09-04-2022;Ja""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {"sign": "turn"},
        "export",
    ),
    "a creditor's card with payments": (
        """Boekingsdatum;Documentsoort;Documentnr.;Leveranciersnr.;Leveranciersnaam;Omschrijving;Bedrag (LV);Restbedrag (LV)
05-02-2022;Factuur;IF22-001;100123;Stichting Platform31;Bijdrage;-20.762,00;0,00
15-02-2022;Betaling;BET22-1;100123;Stichting Platform31;Betaling IF22-001;20.762,00;0,00
07-03-2022;Factuur;IF22-002;100123;Stichting Platform31;Leerkring;-2.855,00;-2.855,00
09-03-2022;Factuur;IF22-004;100200;Delta;Advies;-1.000,00;-1.000,00""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {"sign": "turn"},
        "export",
    ),
    "the account as a title between the lines": (
        """Grootboekkaart 2022;;;;;;;
;;;;;;;
Datum;Per.;Dagboek;Bkst.;Relatie;Omschrijving;Debet;Credit
4431 Contributies;;;;;;;
05-02-2022;2;70;22700001;20001 - Stichting Platform31;Bijdrage;20.762,00;
07-03-2022;3;70;22700002;20001 - Stichting Platform31;Leerkring;3.250,00;
08-03-2022;3;70;22700003;20001 - Stichting Platform31;Credit;;395,00
;;;;;Totaal 4431;24.012,00;395,00
4441 Advies;;;;;;;
09-04-2022;4;70;22700004;20002 - Delta;Advies;1.000,00;
;;;;;Totaal 4441;1.000,00;0,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "postings of cost centres from SAP": (
        """Kostenplaats;Kostensoort;Omschrijving kostensoort;Naam tegenrekening;Omschrijving;Documentnummer;Boekingsdatum;Waarde/COval.;Waarde rapp.val.
6101;443100;Contributies;Stichting Platform31;Bijdrage;100001;05.02.2022;20.762,00;20.762,00
6101;443100;Contributies;Stichting Platform31;Leerkring;100002;07.03.2022;3.250,00;3.250,00
6101;443100;Contributies;Stichting Platform31;Credit;100003;08.03.2022;395,00-;395,00-
6102;444100;Advies;Delta;Advies;100004;09.04.2022;1.000,00;1.000,00""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "accounted Dr and Cr": (
        """Period;Journal Name;Account;Cost Center;Supplier;Invoice Number;GL Date;Description;Accounted Dr;Accounted Cr
FEB-22;Purchase Invoices;443100;6101;Stichting Platform31;F1;2022-02-05;Contribution;20762.00;
MAR-22;Purchase Invoices;443100;6101;Stichting Platform31;F2;2022-03-07;Learning;3250.00;
MAR-22;Purchase Invoices;443100;6101;Stichting Platform31;F3;2022-03-08;Credit;;395.00
APR-22;Purchase Invoices;444100;6102;Delta;F4;2022-04-19;Advice;1000.00;""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "entered and accounted amounts": (
        """Periode;Grootboekrekening;Leverancier;Factuurnummer;Boekdatum;Omschrijving;Valuta;Ingevoerd bedrag;Geboekt bedrag
FEB-22;443100;Stichting Platform31;F1;05-02-2022;Bijdrage;EUR;20.762,00;20.762,00
MRT-22;443100;Stichting Platform31;F2;07-03-2022;Leerkring;USD;3.300,00;2.855,00""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "transactions in English": (
        """Account;Account(T);Cost centre;Period;TransNo;TT;Trans.date;Text;Ap/Ar ID;Ap/Ar ID(T);Amount
44310;Contributions;6101;202202;22000001;PI;05/02/2022;Contribution;100123;Stichting Platform31;20762.00
44310;Contributions;6101;202203;22000002;PI;07/03/2022;Learning;100123;Stichting Platform31;3250.00
44310;Contributions;6101;202203;22000003;PC;08/03/2022;Credit;100123;Stichting Platform31;-395.00
44410;Advice;6102;202204;22000004;PI;19/04/2022;Advice;100200;Delta;1000.00""",  # noqa: E501
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a supplier by its short name": (
        """Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag
05-02-2022;4431;1;P31;Bijdrage;20.762,00
07-03-2022;4431;2;P31;Leerkring;2.855,00
09-03-2022;4441;3;Delta;Advies;500,00""",
        {(2022, "actual"): 23617.0},
        {"payee:p31": "count"},
        "export",
    ),
    "a supplier that is misspelt": (
        """Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag
05-02-2022;4431;1;Platfom31;Bijdrage;20.762,00
07-03-2022;4431;2;Platform 31 (v/h Nicis Institute);Leerkring;2.855,00
09-03-2022;4441;3;Delta;Advies;500,00""",
        {(2022, "actual"): 23617.0},
        {"payee:platfom31": "count"},
        "export",
    ),
    "predecessors as suppliers": (
        """Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag
05-02-2022;4431;1;Stichting Platform31;Bijdrage;20.762,00
07-03-2022;4431;2;Nicis Institute;Leerkring;2.000,00
07-03-2022;4431;3;KEI Kenniscentrum stedelijke vernieuwing;Abonnement;855,00
09-03-2022;4441;4;Corpovenista;Bijdrage;500,00
09-03-2022;4441;5;Delta;Advies;500,00""",
        {(2022, "actual"): 20762.0},
        {"payee:nicis institute": "leave_out", "payee:kei kenniscentrum stedelijke vernieuwing": "leave_out", "payee:corpovenista": "leave_out"},  # noqa: E501
        "export",
    ),
    "a supplier written as one word": (
        """Boekdatum;Grootboekrekening;Boekstuk;Leverancier;Omschrijving;Bedrag
05-02-2022;4431;1;StichtingPlatform31;Bijdrage;20.762,00
07-03-2022;4431;2;Platform31.nl;Leerkring;2.855,00
09-03-2022;4441;4;Delta;Advies;500,00""",
        {(2022, "actual"): 23617.0},
        {"payee:stichtingplatform31": "count"},
        "export",
    ),
    "a platform of the station, nobody named": (
        """Boekdatum;Grootboekrekening;Boekstuk;Omschrijving;Bedrag
05-02-2022;4431;1;Bijdrage Platform31;20.762,00
07-03-2022;4431;2;Leerkring Platform31;2.855,00
09-03-2022;4441;4;Vervangen lift platform 31;45.000,00
09-03-2022;4441;5;Bushalte platform 31 bestrating;5.000,00""",
        {(2022, "actual"): 23617.0},
        {"named_otherwise": "leave_out"},
        "export",
    ),
    "invoices and payments in two columns": (
        """Crediteurenkaart 100123 Stichting Platform31;;;;;
Datum;Dagboek;Factuurnr;Omschrijving;Debet;Credit
05-02-2022;Inkoop;F1;Bijdrage Platform31;;20.762,00
15-02-2022;Bank;F1;Betaling Platform31;20.762,00;
07-03-2022;Inkoop;F2;Leerkring Platform31;;2.855,00
17-03-2022;Bank;F2;Betaling Platform31;2.855,00;""",
        {(2022, "actual"): 23617.0},
        {"payments": "leave_out", "sign": "turn"},
        "export",
    ),
    "payments below the invoices": (
        """Boekdatum;Crediteur;Factuurnr;Omschrijving;Bedrag
05-02-2022;Stichting Platform31;F1;Bijdrage;20.762,00
15-02-2022;Stichting Platform31;F1;Betaling;-20.762,00
07-03-2022;Stichting Platform31;F2;Leerkring;2.855,00
17-03-2022;Stichting Platform31;F2;Betaling;-2.855,00
09-03-2022;Delta;F4;Advies;1.000,00""",
        {(2022, "actual"): 23617.0},
        {"payments": "leave_out"},
        "export",
    ),
    "I beside U": (
        """Boekdatum;Rekening;Stuknr;Relatie;Omschrijving;I/U;Bedrag
05-02-2022;4431;1;Platform31;Bijdrage;U;20.762,00
07-03-2022;4431;2;Platform31;Leerkring;U;3.250,00
08-03-2022;4431;3;Platform31;Credit;I;395,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "codes for debit and credit": (
        """Boekdatum;Rekening;Stuknr;Relatie;Omschrijving;DC-code;Bedrag
05-02-2022;4431;1;Platform31;Bijdrage;1;20.762,00
07-03-2022;4431;2;Platform31;Leerkring;1;3.250,00
08-03-2022;4431;3;Platform31;Credit;2;395,00""",
        {(2022, "actual"): 23617.0},
        {"sides": "second_is:2"},
        "export",
    ),
    "Bedrag D and Bedrag C": (
        """Boekdatum;Rekening;Stuknr;Relatie;Omschrijving;Bedrag D;Bedrag C
05-02-2022;4431;1;Platform31;Bijdrage;20.762,00;
07-03-2022;4431;2;Platform31;Leerkring;3.250,00;
08-03-2022;4431;3;Platform31;Credit;;395,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "Af and Bij": (
        """Boekdatum;Rekening;Stuknr;Relatie;Omschrijving;Af;Bij
05-02-2022;4431;1;Platform31;Bijdrage;20.762,00;
07-03-2022;4431;2;Platform31;Leerkring;3.250,00;
08-03-2022;4431;3;Platform31;Credit;;395,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a minus under credit": (
        """Boekdatum;Rekening;Stuknr;Relatie;Omschrijving;Debet;Credit
05-02-2022;4431;1;Platform31;Bijdrage;20.762,00;0,00
07-03-2022;4431;2;Platform31;Leerkring;3.250,00;0,00
08-03-2022;4431;3;Platform31;Credit;0,00;-395,00""",
        {(2022, "actual"): 23617.0},
        {"sides": "as_signed"},
        "export",
    ),
    "budget and actual in one ledger": (
        """Jaar;Soort bedrag;Grootboek;Kostenplaats;Leverancier;Omschrijving;Bedrag
2022;Begroting;4431;6101;;Bijdrage Platform31;20.762,00
2022;Begroting;4432;6101;;Maatwerk Platform31;6.000,00
2022;Realisatie;4431;6101;Platform31;Bijdrage;20.762,00
2022;Realisatie;4432;6101;Platform31;Maatwerk;2.855,00
2022;Verplichting;4432;6101;Platform31;Maatwerk;1.500,00""",
        {(2022, "budget"): 26762.0, (2022, "commitment"): 1500.0, (2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a budget per supplier": (
        """Begroting 2023 per leverancier;;
Jaar;Leverancier;Bedrag
2023;Stichting Platform31;21.000,00
2023;Delta;5.000,00""",
        {(2023, "budget"): 21000.0},
        {},
        "export",
    ),
    "what was bought per supplier": (
        """Jaar;Leverancier;Hoofdkostensoort;Bedrag
2022;Stichting Platform31;Advies;23.617,00
2022;Delta;Advies;100.000,00
2022;Drukkerij 31;Drukwerk;1.000,00""",
        {(2022, "actual"): 23617.0},
        {"budgeted_or_spent": "actual"},
        "export",
    ),
    "a register of subsidies": (
        """Subsidiejaar;Jaar van toekenning;Programma;Taakveld;Soort subsidie;Aanvrager;Omschrijving;Aangevraagd bedrag;Verleend bedrag;Vastgesteld bedrag
2022;2021;Bestuur;0.1;Jaarlijks;Stichting Platform31;Bijdrage;21.000;20.762;20.762
2022;2021;Welzijn;6.1;Jaarlijks;Stichting Welzijn;Buurthuis;50.000;45.000;45.000""",  # noqa: E501
        {(2022, "actual"): 20762.0},
        {},
        "export",
    ),
    "a budget repeated on every booking": (
        """Boekdatum;Boekstuk;Kostenplaats;Crediteur;Omschrijving;Bedrag;Budget
05-02-2022;1;6101;Stichting Platform31;Bijdrage;20.762,00;20.762,00
07-03-2022;2;6101;Stichting Platform31;Leerkring;2.855,00;20.762,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "an invoice that was refused": (
        """Factuurdatum;Factuurnummer;Crediteur;Omschrijving;Bedrag;Status
05-02-2022;F1;Stichting Platform31;Bijdrage;20.762,00;Betaald
07-03-2022;F2;Stichting Platform31;Leerkring;2.855,00;Betaald
08-03-2022;F3;Stichting Platform31;Dubbele factuur;2.855,00;Afgekeurd""",
        {(2022, "actual"): 23617.0},
        {"status:afgekeurd": "leave_out"},
        "export",
    ),
    "D and C under another heading": (
        """Jaar;Hoofdfunctie;Functie;Kredietnummer;Kredietnaam;Boekingsomschrijving;Crediteurnaam;Bedrag;Indicatie
2022;0;006;1001;Bestuurlijke samenwerking;Bijdrage;STG PLATFORM31;20762,00;D
2022;0;006;1001;Bestuurlijke samenwerking;Leerkring;STG PLATFORM31;3250,00;D
2022;0;006;1001;Bestuurlijke samenwerking;Credit;STG PLATFORM31;395,00;C
2022;0;006;1002;Advies;Advies;DELTA;1000,00;D""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "others with a number": (
        """Boekdatum;Boekstuk;Rekening;Crediteur;Omschrijving;Bedrag
05-02-2022;1;4431;Stichting Platform31;Bijdrage;23.617,00
07-03-2022;2;4431;Platform VG Haarlem;Bijdrage;1.000,00
07-03-2022;3;4431;Stichting Platform 32;Bijdrage;1.000,00
07-03-2022;4;4431;Platform 310 BV;Bijdrage;1.000,00
07-03-2022;5;4431;Bureau 31;Bijdrage;1.000,00
07-03-2022;6;4431;Studio Eenendertig;Bijdrage;1.000,00
07-03-2022;7;4431;KPN;Lijn P31 meterkast;1.000,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a short name in a text": (
        """Boekdatum;Boekstuk;Rekening;Omschrijving;Bedrag
05-02-2022;1;4431;Platform31 bijdrage;23.617,00
07-03-2022;2;4440;Onderhoud parkeergarage vak P31;1.000,00""",
        {(2022, "actual"): 23617.0},
        {"named_otherwise": "leave_out"},
        "export",
    ),
}  # fmt: skip
