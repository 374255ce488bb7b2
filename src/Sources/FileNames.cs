using System.Collections.Frozen;

namespace PublicLedger.Sources;

/// <summary>Which names can be a file on every system and a part of a web address on every host.</summary>
public static class FileNames
{
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private const string Forbidden = "<>:\"|?*\\/";

    private static readonly FrozenSet<string> Devices = FrozenSet.ToFrozenSet(
        ["con", "prn", "aux", "nul", .. Numbered("com"), .. Numbered("lpt")], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the name of one file or folder, to be read after "the name has"; null where nothing is.</summary>
    public static string? TroubleWith(string name)
    {
        foreach (var letter in name)
        {
            if (char.IsControl(letter)) return "a control character";
            if (letter == '\uFFFD' || char.IsSurrogate(letter) && !IsWellFormed(name)) return "bytes that are not UTF-8 text";
            if (Forbidden.Contains(letter)) return $"the character {letter}";
        }

        if (name.Length == 0) return "no letters";
        if (name is "." or "..") return "only dots";
        if (name[^1] == '.') return "a dot at its end";
        if (name[^1] == ' ') return "a blank at its end";
        var stem = name.Split('.')[0];
        return Devices.Contains(stem) ? $"the word {stem}, which Windows keeps for itself" : null;
    }

    /// <summary>A path that is safe to print: control characters become the replacement character.</summary>
    public static string Printable(string path)
    {
        foreach (var letter in path)
        {
            if (char.IsControl(letter)) return string.Create(path.Length, path, static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            });
        }

        return path;
    }

    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static IEnumerable<string> Numbered(string device) => "123456789".Select(digit => device + digit);
}
