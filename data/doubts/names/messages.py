"""What is asked and told of names."""

from __future__ import annotations

from texts import sentence

SEVERAL_DEPARTMENTS = sentence(
    "several_departments",
    "{n} row names more than one department, such as “{value}”. Does it count for the first?",
    "{n} rows name more than one department, such as “{value}”. Do they count for the first?",
)
SEVERAL_THEMES = sentence(
    "several_themes",
    "{n} row names more than one theme, such as “{value}”. Does it count for the first?",
    "{n} rows name more than one theme, such as “{value}”. Do they count for the first?",
)
NAMES_TWO_DEPARTMENTS = sentence(
    "names_two_departments",
    "This row names more than one department: {names}. Give each a row of its own.",
)
NAMES_TWO_THEMES = sentence(
    "names_two_themes",
    "This row names more than one theme: {names}. Give each a row of its own.",
)
NAME_AND_MORE = sentence(
    "name_and_more",
    "“{value}” under “{column}” holds more than a name. Does its row count, once, for “{name}”?",
    "{n} cells under “{column}” hold more than a name, such as “{value}”. Do their rows count, "
    "each once, for the name alone (“{name}”)?",
)
HOLDS_MORE_THAN_NAME = sentence(
    "holds_more_than_name", "“{value}” holds more than a name. Fill in the name alone: “{name}”."
)
DEPARTMENT_IN_ANOTHER = sentence(
    "department_in_another",
    "Read as one department, beside a shorter name in it: {values}. "
    "If it names more than one department, give each a row of its own.",
)
THEME_IN_ANOTHER = sentence(
    "theme_in_another",
    "Read as one theme, beside a shorter name in it: {values}. "
    "If it names more than one theme, give each a row of its own.",
)
NAMES_ALIKE = sentence(
    "names_alike",
    "Read as names of their own, though they hold the same words: {values}. "
    "If they mean the same, give them one spelling.",
)
MANY_DEPARTMENTS = sentence(
    "many_departments",
    "The column of departments holds {n} new names; with what is known that makes {total}. More "
    "than {most} is unusual. Are these departments?",
)
MANY_THEMES = sentence(
    "many_themes",
    "The column of themes holds {n} new names; with what is known that makes {total}. More than "
    "{most} is unusual. Are these themes?",
)
NAMES_BEYOND_READING = sentence(
    "names_beyond_reading",
    "“{column}” holds more than {most} new names: is this the right column?",
)
IS_MANY_DEPARTMENTS = sentence(
    "is_many_departments",
    "This file holds more than {most} departments. Say whether they are meant, or that another "
    "column holds the department.",
)
IS_MANY_THEMES = sentence(
    "is_many_themes",
    "This file holds more than {most} themes. Say whether they are meant, or that another column "
    "holds the theme.",
)
OF_ANOTHER = sentence(
    "of_another",
    "“{value}” names the municipality {name}. Does its row count as ours?",
    "“{value}” names the municipality {name}. Do its {n} rows count as ours?",
)
NAMES_MUNICIPALITY = sentence(
    "names_municipality",
    "“{value}” names the municipality {name}: the rows were read as those of our own.",
)
MAY_BE_OF_ANOTHER = sentence(
    "may_be_of_another", "“{value}” names another municipality: say whether its rows count."
)
WHOSE_ROWS = sentence(
    "whose_rows",
    "“{column}” names several municipalities. Which rows count?",
    "“{column}” names several municipalities in {n} rows. Which rows count?",
)
OF_A_MUNICIPALITY = sentence(
    "of_a_municipality",
    "“{column}” names a municipality. Say first of which municipality the rows count.",
)
NO_NAME = sentence(
    "no_name",
    "“{value}” under “{column}” is no name of one department or theme. Does its row count?",
    "“{value}” under “{column}” is no name of one department or theme. Do its {n} rows count?",
)
NAMES_NOBODY = sentence(
    "names_nobody", "“{value}” does not say which department or theme it is. Fill in its name."
)
PERSONS = sentence(
    "persons",
    "“{value}” under “{column}” looks like the name of a person. Does its row count?",
    "“{value}” under “{column}” looks like the name of a person. Do these {n} rows count?",
)
IS_PERSON = sentence(
    "is_person", "This looks like the name of a person. Fill in the name of the department."
)
