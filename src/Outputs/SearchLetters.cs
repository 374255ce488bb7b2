using System.Collections.Frozen;
using System.Globalization;

namespace PublicLedger.Outputs;

/// <summary>
/// What search makes of every character: a letter without its accent, the end of a word, or nothing at all.
/// The tables are written out because the program runs without an operating system's language data,
/// and because <c>templates/assets/search.js</c> must hold the very same ones: a test compares the literals.
/// </summary>
internal static class SearchLetters
{
    /// <summary>Letters and digits that count as plain ones: <c>a:àá ss:ß</c>. Looked up before and after lower-casing.</summary>
    internal const string Folds =
        "0:٠۰०০๐０ 1:¹١۱१১๑１ 2:²٢۲२২๒２ 3:³٣۳३৩๓３ 4:٤۴४৪๔４ 5:٥۵५৫๕５ 6:٦۶६৬๖６ 7:٧۷७৭๗７ 8:٨۸८৮๘８ 9:٩۹९৯๙９ " +
        "a:ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặａ ae:æǣǽ b:ƀḃḅḇｂ c:çćĉċčḉｃ d:ðďđḋḍḏḑḓｄ e:èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệｅ f:ḟｆ ff:ﬀ " +
        "ffi:ﬃ ffl:ﬄ fi:ﬁ fl:ﬂ g:ĝğġģǧǵḡｇ h:ĥħȟḣḥḧḩḫẖｈ i:ìíîïĩīĭįİıǐȉȋḭḯỉịｉ ij:ĳ j:ĵǰｊ k:ķǩḱḳḵｋ l:ĺļľłḷḹḻḽｌ m:ḿṁṃｍ " +
        "n:ñńņňŉŋǹṅṇṉṋｎ o:ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợｏ oe:œ p:ṕṗｐ q:ｑ r:ŕŗřȑȓṙṛṝṟｒ s:śŝşšſșṡṣṥṧṩｓ ss:ß " +
        "t:ţťŧțṫṭṯṱẗｔ th:þ u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựｕ v:ṽṿｖ w:ŵẁẃẅẇẉẘｗ x:ẋẍｘ y:ýÿŷȳẏẙỳỵỷỹｙ z:źżžẑẓẕｚ α:ά ε:έ η:ή " +
        "ι:ΐίϊ ο:ό σ:ς υ:ΰϋύ ω:ώ е:ё и:й у:ў і:ї ا:آأإ ه:ة ي:ى";

    /// <summary>Marks inside a word that are not its spelling: accents on their own, soft hyphens, direction marks. Hexadecimal ranges.</summary>
    internal const string Dropped =
        "ad 2b9-2bf 300-36f 483-487 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 640 64b-65f 670 6d6-6dc 200c-200f 202a-202e " +
        "2060-2064 2066-2069 20d0-20ff fe00-fe0f fe20-fe2f feff";

    /// <summary>Marks that join two words when they stand between them: apostrophe, hyphen, full stop, slash, underscore.</summary>
    internal const string Joiners =
        "27 2d-2f 5f b7 2010-2011 2019";

    /// <summary>Scripts written without spaces between words (Thai, Lao, Burmese, Khmer, kana, Chinese characters).</summary>
    internal const string Unspaced =
        "e01-e3e e40-e4e e80-eff 1000-1049 1050-109f 1780-17d3 3005-3006 3041-309f 30a1-30fa 30fc-30ff 3400-4dbf " +
        "4e00-9fff f900-faff";

    /// <summary>Everything that ends a word: white space, punctuation, symbols. What no table names is a letter.</summary>
    internal const string Breaks =
        "0-26 28-2c 3a-40 5b-5e 60 7b-a9 ab-b6 b8-b9 bb-bf d7 f7 37e 387 55a-55f 589-58a 5be 5c0 5c3 5c6 5f3-5f4 " +
        "600-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 700-70d 964-965 970 df4 e3f e4f e5a-e5b f04-f14 f3a-f3d 104a-104f 10fb " +
        "1360-1368 1400 166d-166e 1680 169b-169c 16eb-16ed 1735-1736 17d4-17db 1800-180a 2000-200b 2012-2018 201a-2029 " +
        "202f-205f 2065 207a-207e 208a-208e 20a0-20cf 2116-2118 2120-2123 2190-2bff 2cf9-2cff 2e00-2e7f 3000-3004 3008-3020 " +
        "3030 303d-303f 30a0 30fb a4fe-a4ff e000-f8ff fd3e-fd3f fe10-fe1f fe30-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 " +
        "ffe0-fffe";

    /// <summary>Ends a word.</summary>
    internal const char Break = '\0';

    /// <summary>Is passed over.</summary>
    internal const char Drop = '\u0001';

    /// <summary>Joins two words when it stands between them.</summary>
    internal const char Join = '\u0002';

    /// <summary>Becomes more than one letter, see <see cref="SeveralOf"/>.</summary>
    internal const char Several = '\u0003';

    /// <summary>All scripts without spaces lie from here on, above Latin, Greek, Cyrillic, Arabic and the Indic scripts.</summary>
    internal const char FirstUnspaced = '\u0e01';

    private static readonly Dictionary<char, string> Groups = ReadFolds();
    private static readonly FrozenSet<char> WithoutSpaces = Ranges(Unspaced).ToFrozenSet();

    /// <summary>For each UTF-16 unit, the letter it counts as, or one of the four marks above.</summary>
    internal static char[] Map { get; } = Fill();

    /// <summary>The letters one ligature stands for.</summary>
    internal static string SeveralOf(char c) => Groups.TryGetValue(c, out var letters) ? letters : Groups[char.ToLowerInvariant(c)];

    /// <summary>Whether a letter belongs to a script written without spaces.</summary>
    internal static bool IsUnspaced(char c) => c >= FirstUnspaced && WithoutSpaces.Contains(c);

    private static char[] Fill()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            var lower = Groups.ContainsKey((char)c) ? (char)c : char.ToLowerInvariant((char)c);
            table[c] = !Groups.TryGetValue(lower, out var letters) ? lower : letters.Length == 1 ? letters[0] : Several;
        }
        // The order matters where ranges overlap: what is dropped or joins is carved out of what breaks.
        foreach (var c in Ranges(Breaks)) if (!Groups.ContainsKey(c)) table[c] = Break;
        foreach (var c in Ranges(Joiners)) table[c] = Join;
        foreach (var c in Ranges(Dropped)) table[c] = Drop;
        return table;
    }

    private static Dictionary<char, string> ReadFolds()
    {
        var groups = new Dictionary<char, string>();
        foreach (var group in Folds.Split(' '))
        {
            var colon = group.IndexOf(':', StringComparison.Ordinal);
            foreach (var c in group.AsSpan(colon + 1)) groups.Add(c, group[..colon]);
        }
        return groups;
    }

    private static IEnumerable<char> Ranges(string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split('-');
            var last = int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var c = int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture); c <= last; c++) yield return (char)c;
        }
    }
}
