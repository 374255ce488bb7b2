using System.Globalization;

namespace PublicLedger.Bench;

/// <summary>A member and the person who speaks for it.</summary>
internal sealed record Member(string Id, string Name, string PersonId, string Person);

/// <summary>One meeting: who was there, and the decisions it took.</summary>
internal sealed record Meeting(string Id, DateOnly Date, int Topic, bool[] Present, List<Decision> Decisions);

/// <summary>One decision. Every member has one vote: f(or), a(gainst), b (abstained), r(ecused) or x (absent).</summary>
internal sealed record Decision(string Id, string Title, int Topic, Meeting Meeting, char[] Votes)
{
    internal Decision? Replaces { get; set; }

    internal Decision? ReplacedBy { get; set; }

    internal int Count(char vote) => Votes.Count(each => each == vote);

    internal string Result => Count('f') > Count('a') ? "carried" : Count('f') == Count('a') ? "tied" : "lost";

    internal string Status => Result != "carried" ? "rejected" : ReplacedBy is null ? "accepted" : "superseded";
}

/// <summary>
/// The facts of an invented coalition, before any prose: an eighth of the records are meetings, each taking up to seven decisions.
/// The same number gives the same coalition.
/// </summary>
internal sealed class Coalition
{
    internal static readonly string[] Clauses =
        ["purpose", "non-negotiables", "ordinary-decisions", "small-spending", "cadence", "open-data", "membership", "ending", "amendment"];

    internal static readonly string[] Topics =
        ["water", "housing", "transport", "schools", "health", "waste", "energy", "parks", "money", "staff", "data", "food",
         "safety", "libraries", "roads", "markets", "floods", "planning", "training", "rules"];

    internal static readonly DateOnly Founded = new(2001, 1, 8);

    private static readonly DateOnly Last = new(2026, 6, 30);

    private static readonly string[] Places =
        ["Aldmoor", "Brightwater", "Carrow", "Dunmere", "Eastholm", "Fenwick", "Garrow", "Hollin", "Ivermouth", "Kestrel Bay"];

    private static readonly string[] People =
        ["Ada Mbeki", "Bram Okonjo", "Carys Novak", "Dara Lindqvist", "Emre Castell", "Fola Whitting", "Greta Sandoval", "Hana Petrides",
         "Idris Calloway", "Jonas Ferreira"];

    private static readonly string[] Sides = ["North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little"];

    /// <summary>How many members there are unless somebody says otherwise.</summary>
    internal const int UsualMembers = 10;

    internal Coalition(int records, Words words) : this(records - Math.Max(1, records / 8), Math.Max(1, records / 8), UsualMembers, words)
    {
    }

    internal Coalition(int decisions, int meetings, int members, Words words)
    {
        var dice = new Dice(2);
        Members = [.. Enumerable.Range(0, members).Select(MemberOf)];
        // A meeting a week while the years last, then several a week: dates spread as in a long-lived record.
        var days = Math.Min(meetings * 7, Last.DayNumber - Founded.DayNumber - 60);
        for (var i = 0; i < meetings; i++)
        {
            var date = Last.AddDays(-(int)((long)days * (meetings - 1 - i) / meetings) - 1);
            Meetings.Add(MeetingOn(date, i, dice));
        }
        for (var i = 0; i < decisions; i++)
        {
            var decision = Decide(Meetings[(int)((long)i * meetings / decisions)], i, dice, words);
            Replace(decision, dice);
            Decisions.Add(decision);
        }
    }

    internal Member[] Members { get; }

    internal List<Meeting> Meetings { get; } = [];

    internal List<Decision> Decisions { get; } = [];

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Slug(string text) => text.ToLowerInvariant().Replace(' ', '-');

    /// <summary>Ten places, then their parts: "North Aldmoor", whose speaker has the name of one person and the family of another.</summary>
    private static Member MemberOf(int number)
    {
        var (round, at) = (number / Places.Length, number % Places.Length);
        var place = round == 0 ? Places[at] : $"{Sides[round - 1]} {Places[at]}";
        var person = round == 0 ? People[at] : $"{People[at].Split(' ')[0]} {People[(at + round) % People.Length].Split(' ')[1]}";
        return new Member(Slug(place), place + " Council", Slug(person), person);
    }

    private Meeting MeetingOn(DateOnly date, int number, Dice dice)
    {
        var present = new bool[Members.Length];
        for (var i = 0; i < present.Length; i++) present[i] = !dice.OneIn(7);
        // Half of the members are a quorum; no meeting in this record went without one.
        for (var i = 0; present.Count(each => each) < present.Length / 2 + 1; i++) present[i] = true;
        return new Meeting($"{Day(date)}-assembly-{number + 1}", date, dice.Below(1000), present, []);
    }

    private static Decision Decide(Meeting meeting, int number, Dice dice, Words words)
    {
        var votes = new char[meeting.Present.Length];
        var contested = dice.OneIn(4);
        for (var i = 0; i < votes.Length; i++)
        {
            var roll = dice.Below(100);
            votes[i] = !meeting.Present[i] ? 'x' : roll < (contested ? 50 : 85) ? 'f' : roll < (contested ? 90 : 92) ? 'a' : roll < 97 ? 'b' : 'r';
        }
        if (!votes.Contains('f')) votes[Array.FindIndex(votes, each => each != 'x')] = 'f';
        var topic = dice.Below(1000);
        var phrase = words.Phrase(dice, topic, 3 + dice.Below(3));
        var id = $"{Day(meeting.Date)}-{phrase.Replace(' ', '-')}-{number + 1}";
        var decision = new Decision(id, $"Should we {phrase}?", topic, meeting, votes);
        meeting.Decisions.Add(decision);
        return decision;
    }

    /// <summary>One decision in forty takes the place of an older one that still applies.</summary>
    private void Replace(Decision decision, Dice dice)
    {
        if (Decisions.Count < 50 || !dice.OneIn(40)) return;
        var older = Decisions[Decisions.Count - 20 - dice.Below(30)];
        if (decision.Result != "carried" || older.Status != "accepted" || older.Meeting == decision.Meeting) return;
        decision.Replaces = older;
        older.ReplacedBy = decision;
    }
}
