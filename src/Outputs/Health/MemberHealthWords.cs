namespace PublicLedger.Outputs;

/// <summary>What is said about members and what each of them carries.</summary>
internal static class MemberHealthWords
{
    private const string Shared = "Is the work shared?";

    public static readonly IndicatorWords Referred = new("referred", "Are members turning up?", "Do members bring in others?")
    {
        Sentence = a => $"On record, a member brought in {CountWords.Share(a, "member", " that joined later")}.",
        Nothing = "Nobody has joined since the beginning.",
        NotRecorded = "The record does not say who brought in those that joined later.",
        Why = "Members that tell others about the coalition find it worth their time.",
        Counted = "We count the members that joined after the beginning, and those whose record names the member that brought them in.",
        Numbers = "Members brought in by a member, of those that joined later",
        Of = b => b.Marked ? "brought in by that member" : "no member is named",
        Behind = "The members that joined later",
    };

    public static readonly IndicatorWords Load = new("load", Shared, "Does one member carry too much?")
    {
        Sentence = a => $"The most that one member holds is {CountWords.Part(a)} of {a.Counted} open actions and roles ({AmountWords.Of(a.Number!.Value)}).",
        Nothing = "No member holds a role or has an open action on record.",
        NotRecorded = "The record names no member for the roles and open actions.",
        LeftOut = n => n == 1 ? "One role or action is left out: no member is named for it." : $"{n} roles and actions are left out: no member is named for them.",
        Why = "When one member does most of the work, the work stops when that member is busy.",
        Counted = "We count the roles that members hold and the actions that minutes call open. We look at the share of each member. With fewer than five in all we cannot tell.",
        Numbers = "Largest share of open actions and roles held by one member",
        PartsTitle = "Open actions and roles by member",
        Parts = ["Open actions", "Roles"],
        Behind = "The roles, and the meetings that asked for the actions",
    };

    public static readonly IndicatorWords LongestInARole = new("longest-in-a-role", Shared, "Do roles pass from hand to hand?")
    {
        Sentence = a => $"The longest that anyone has now held a role without a break is {AmountWords.Of(a.Number!.Value)}.",
        Nothing = "Nobody holds a role on record.",
        NotRecorded = "The record does not say since when roles are held.",
        LeftOut = n => n == 1 ? "One role is left out: the day on which its term began or ends is not recorded." : $"{n} roles are left out: the day on which their terms began or end is not recorded.",
        Why = "A role that passes on keeps knowledge and power from resting with one member.",
        Counted = "We count whole months from the first day of each holder of today, without a break. Terms that follow each other count as one.",
        Numbers = "Longest time that one holder has had a role, in months",
        Behind = "The roles and who holds them since when",
    };
}
