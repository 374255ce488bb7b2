using System.Text.RegularExpressions;

namespace PublicLedger.Tests;

/// <summary>One file of the source, as text: comments and quoted text are blanked, so that only code is judged.</summary>
internal sealed partial class CodeFile(string path, string text)
{
    /// <summary>Its path below src.</summary>
    public string Path { get; } = path;

    /// <summary>Its code, each character where it was.</summary>
    public string Code { get; } = NotCode().Replace(text, quoted => Blank().Replace(quoted.Value, " "));

    /// <summary>The folder it lies in, empty for the root; the first, where folders are nested.</summary>
    public string Folder { get; } = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>Whether it lies in the root and its name begins so.</summary>
    public bool IsInRoot(string name) => Folder.Length == 0 && Path.StartsWith(name, StringComparison.Ordinal);

    /// <summary>A sentence about a place in it.</summary>
    public string Says(int at, string what) => $"src/{Path}:{Code.AsSpan(0, at).Count('\n') + 1}: {what}";

    /// <summary>Its functions with a body in braces: where each begins, and its lines from the name to the last brace.</summary>
    public IEnumerable<(int At, int Lines)> Functions()
    {
        foreach (Match head in FunctionHead().Matches(Code))
        {
            var depth = 0;
            for (var at = head.Index + head.Length - 1; at < Code.Length; at++)
            {
                if (Code[at] == '{') depth++;
                if (Code[at] != '}' || --depth > 0) continue;
                yield return (head.Index, Code.AsSpan(head.Index, at - head.Index).Count('\n') + 1);
                break;
            }
        }
    }

    /// <summary>Comments, raw strings, verbatim strings, strings and characters, whichever begins first.</summary>
    [GeneratedRegex("""""
        //[^\n]* | /\*.*?\*/ | (?<q>"{3,}).*?\k<q> | @"(?:[^"]|"")*" | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)+'
        """"", RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotCode();

    [GeneratedRegex("[^\n]")]
    private static partial Regex Blank();

    /// <summary>A line that is indented as a member, names something with parameters, and is followed by an opening brace.</summary>
    [GeneratedRegex(@"(?<=\n) {4}(?: {4})?(?!if\b|for\b|foreach\b|while\b|switch\b|using\b|lock\b|catch\b|else\b|return\b|await\b|do\b|var\b| |[^\n(]*\b(?:class|record|struct|interface)\b)[A-Za-z][^;={}()\n]*\b\w+(?:<\w+>)?\([^;{}]*\)[^;{}()]*\{")]
    private static partial Regex FunctionHead();
}
