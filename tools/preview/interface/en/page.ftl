### The interface of the page that `prompts preview` writes, in English.

title = Texts of { $folder }

# $messages (Number): how many rows the page has.
summary =
    { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } in { $locales ->
        [one] { $locales } language
       *[other] { $locales } languages
    }. The source is { $source }.

skip = Skip to the texts
overview = Overview
language = Language
findings = Findings
other-findings = Findings about no text
retired = Retired codes

## The controls

search = Search
search-hint = Code, id or text
show = Show
show-all = All texts
languages = Languages
all = All
none = None
# JavaScript replaces these names by numbers.
shown = { $shown } of { $all } messages, { $texts } texts
nothing = No text matches. Change the search, the state or the languages.

## The states of a text

source = Source
reviewed = Reviewed
draft = Draft
stale = Stale
missing = Missing
with-findings = With findings
all-languages = All languages

source-means = the text that the others are translated from
reviewed-means = a native speaker has compared it with the source
draft-means = nobody has reviewed it yet
stale-means = the source has changed since it was translated
missing-means = it, or a part of it, is not translated; the cell has what readers get

## A text

# $locale (String): the tag of the locale whose text is shown. $state (String): its state there, from the list above.
shown-from = Readers get the text of { $locale } ({ $state })
nothing-shown = Readers get no text
shown-unknown = No language has this message: readers get the one for unknown codes
lacks = This text is missing: { $attribute }
otherwise = otherwise
ordinal = (ordinal: 1st, 2nd)
more-variants = And { $count } more
description = For developers
action = The app must do: { $action }
# $length (Number), $max (Number)
length = { $length } of at most { $max } characters
changed = The source has changed since this was translated:
changed-part = The source of { $attribute } has changed since this was translated:
was = Was
is = Is
reviewed-by = Reviewed by { $name }, { $date }
reviewed-before = Changed since the review by { $name }, { $date }
notes = Notes for translators
error = Error
warning = Warning
category = Category: { $category }
retryable = Trying again may help
not-retryable = Trying again does not help
help = About this code
since = Since { $version }
