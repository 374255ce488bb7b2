using System.Globalization;

namespace PublicLedger.Sources;

/// <summary>How much is read before something is taken for a mistake. Sizes are in bytes.</summary>
/// <param name="MaxFileSize">The largest text file.</param>
/// <param name="MaxAttachment">The largest picture, scan or table.</param>
/// <param name="MaxFiles">How many files all the source folders may hold together.</param>
public sealed record Limits(long MaxFileSize = 2 * Limits.Megabyte, long MaxAttachment = 10 * Limits.Megabyte, int MaxFiles = 500_000)
{
    /// <summary>1,048,576 bytes, as file managers count.</summary>
    public const long Megabyte = 1024 * 1024;

    /// <summary>A size as people write it: <c>50.0 MB</c>.</summary>
    public static string Megabytes(long bytes) => (bytes / (double)Megabyte).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
