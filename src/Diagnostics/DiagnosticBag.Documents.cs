using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said while files become documents.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A file was left out before it was read as a document.</summary>
    public void FileRefused(Refused file)
    {
        var at = file.Source.At(file.Offset);
        switch (file.Why)
        {
            case Refusal.TooLarge:
                Error(at, $"This file has {file.Detail}, which is more than a record can have.", "Publish large material elsewhere and link to it. If it must be here, raise `max-file-size` (in kilobytes) under `limits` in site.config.yml.");
                break;
            case Refusal.NotUtf8:
                Error(at, $"This file is not UTF-8 text ({file.Detail}).", "Save it again with the encoding UTF-8.");
                break;
            case Refusal.LinkOut:
                Error(at, $"This is a link to {file.Detail}, outside the folder. Such links are not followed.", "Copy the file into the folder.");
                break;
            case Refusal.NotThere:
                Error(at, $"There is no folder or file called \"{file.Detail}\".", "Correct `path` under `sources`, or create the folder.");
                break;
            case Refusal.BadName:
                Error(at, $"This name cannot be a file on every computer and an address on every host: it has {file.Detail}.", "Rename it: letters, digits, hyphens, underscores and dots.");
                break;
            default:
                Error(at, $"The file cannot be read: {file.Detail}.");
                break;
        }
    }

    /// <summary>The opening line of dashes has no partner.</summary>
    public void FrontMatterNotClosed(Location at) =>
        Error(at, "The front matter starts here but does not end.", "Write a line with only --- after the last key.");

    /// <summary>More front matter than any record needs.</summary>
    public void FrontMatterTooLong(Location at, int length, int limit) =>
        Error(at, $"The front matter has {length:N0} characters; {limit:N0} is the most.", "Move long text below the front matter.");

    /// <summary>The front matter is a list or a single value.</summary>
    public void FrontMatterNotKeys(Location at) =>
        Error(at, "The front matter must be keys with values.", "Write one `key: value` a line, for example `title: Open a depot`.");

    /// <summary>A value with a colon in it, and no quotes around it.</summary>
    public void YamlColon(Location at, string quoted) =>
        Error(at, "There is a second colon in this line, so that nobody can tell where the value starts.", $"Put the value in quotes: {Short(quoted)}");

    /// <summary>A value that starts with a sign that YAML keeps for itself.</summary>
    public void YamlSign(Location at, char sign, string quoted) =>
        Error(at, $"A value cannot start with {sign} as it is.", $"Put the value in quotes: {Short(quoted)}");

    /// <summary>Words after a quote or a bracket that ended the value.</summary>
    public void YamlWordsAfter(Location at, char close, string quoted) =>
        Error(at, $"The value ends at the {close} before this.", $"If all of it is the value, put quotes around it: {Short(quoted)}");

    /// <summary>A quote that does not end.</summary>
    public void YamlQuoteOpen(Location at) => Error(at, "This quote does not end.", "Write the same quote after the last word of the value.");

    /// <summary>A bracket or a brace that does not end.</summary>
    public void YamlBracketOpen(Location at, char open, char close) => Error(at, $"This {open} has no {close}.", $"Write {close} after the last word of the list.");

    /// <summary>A tab in the place of blanks.</summary>
    public void YamlTab(Location at) => Error(at, "There is a tab at the start of this line.", "Use blanks in front matter, two for each step.");

    /// <summary>A line that is no key.</summary>
    public void YamlNoColon(Location at) => Error(at, "This line is not a key with a value.", "Write `key: value`, with a colon and a blank between them.");

    /// <summary>A key that stands below the value of another.</summary>
    public void YamlIndented(Location at) => Error(at, "This line is indented further than the one before, which has a value already.", "Start both lines in the same column.");

    /// <summary>Anything else that YAML cannot read.</summary>
    public void YamlBroken(Location at) =>
        Error(at, "The front matter cannot be read here.", "Look at this line and the one before it: a missing colon, quote or bracket, or a line that is indented differently.");

    /// <summary>Nested too far.</summary>
    public void YamlTooDeep(Location at, int limit) =>
        Error(at, $"The front matter is nested more than {limit} levels deep.", "No key needs that.");

    /// <summary>An anchor or alias.</summary>
    public void YamlAnchor(Location at) =>
        Error(at, "Anchors (&) and aliases (*) are not allowed in front matter.", "Write the value out, or put it in quotes if it only starts with & or *.");

    /// <summary>A tag such as !!binary.</summary>
    public void YamlTag(Location at, string tag) =>
        Error(at, $"The tag {tag} is not allowed in front matter.", "Write the value without it, or in quotes if it only starts with !.");

    /// <summary>A list or a mapping as a key.</summary>
    public void KeyNotText(Location at) => Error(at, "A key must be a word.", "Put the value in quotes if it starts with a bracket or a brace.");

    /// <summary>The same key twice.</summary>
    public void KeyTwice(Location at, string key, Location first) =>
        Error(at, $"The key \"{key}\" is here for the second time; the first is on line {first.Line}.", "Keep one of them.", first);

    /// <summary>A character that no page can show; only the first of a file is said.</summary>
    public void LetterNotShown(Location at) =>
        Warning(at, "There is a character here that a page cannot show: a control character, one that turns the direction of reading, or one that was lost when the file was saved.", "Write the letter again. The page shows a box in its place, or nothing.");

    /// <summary>Nested quotes or lists beyond what can be shown.</summary>
    public void MarkdownTooDeep(Location at) =>
        Error(at, "The text is nested too deeply here: quotes in quotes, lists in lists, or brackets in brackets.", "Remove some of the >, - or [ signs.");

    /// <summary>A foreign record of which a part was kept as written.</summary>
    public void NotUnderstood(Location at, string what, string written) =>
        Info(at, $"{what} was kept as written: \"{Short(written)}\".", unread: written);

    private static string Lower(string reason) => reason.Length > 1 && char.IsUpper(reason[0]) && char.IsLower(reason[1]) ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason;

    /// <summary>Words of a record as a message quotes them: on one line, and not too many.</summary>
    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= 120 ? text : text[..117] + "...";
    }
}
