namespace PublicLedger.Sources;

/// <summary>
/// A pattern for paths with forward slashes. <c>?</c> is one character and <c>*</c> any number of them, both within
/// one folder or file name; <c>**</c> as a whole name is any number of folders, none included. A pattern that ends in
/// <c>/</c> or <c>/**</c> means everything inside that folder. Upper and lower case differ.
/// </summary>
public sealed class Glob
{
    private readonly string[] names;

    /// <summary>Takes the pattern apart. Every text is a valid pattern.</summary>
    public Glob(string pattern)
    {
        Pattern = pattern;
        var parts = new List<string>(pattern.Split('/'));
        if (parts[0] == "." && parts.Count > 1) parts.RemoveAt(0);
        if (parts[^1].Length == 0) parts[^1] = "**";

        // "minutes/**" is what is inside the folder, so at least one name must follow.
        if (parts[^1] == "**") parts.Add("*");
        names = [.. parts];
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Whether a path is one the pattern means.</summary>
    public bool Matches(string path)
    {
        var segments = path.Split('/');

        // The usual wildcard match with one level of going back, once over names and once (below) over characters:
        // the last star takes one more whenever what follows it fails. No pattern makes it exponential.
        int at = 0, want = 0, star = -1, resume = 0;
        while (at < segments.Length)
        {
            if (want < names.Length && names[want] == "**")
            {
                star = want++;
                resume = at;
            }
            else if (want < names.Length && NameMatches(names[want], segments[at]))
            {
                want++;
                at++;
            }
            else if (star >= 0)
            {
                want = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (want < names.Length && names[want] == "**") want++;
        return want == names.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private static bool NameMatches(string pattern, string name)
    {
        int at = 0, want = 0, star = -1, resume = 0;
        while (at < name.Length)
        {
            if (want < pattern.Length && pattern[want] == '*')
            {
                star = want++;
                resume = at;
            }
            else if (want < pattern.Length && (pattern[want] == '?' || pattern[want] == name[at]))
            {
                want++;
                at++;
            }
            else if (star >= 0)
            {
                want = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (want < pattern.Length && pattern[want] == '*') want++;
        return want == pattern.Length;
    }
}
