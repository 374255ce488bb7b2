using System.Collections.Immutable;

namespace PublicLedger.Findings;

/// <summary>Circles among things that point to one another.</summary>
internal static class Circles
{
    /// <summary>
    /// Everything that lies on a circle, in groups of which each member can be reached from each other one (the strongly
    /// connected components, R. Tarjan 1972, without recursion so that no chain is too long). Every circle lies within one
    /// group. Of no thing that points only to itself.
    /// </summary>
    /// <param name="next">For each thing, by its place, the places it points to.</param>
    public static List<ImmutableArray<int>> Groups(IReadOnlyList<IReadOnlyList<int>> next)
    {
        var groups = new List<ImmutableArray<int>>();
        var number = new int[next.Count]; // in the order of the visit, from 1; 0 before it
        var lowest = new int[next.Count]; // the lowest number that can be reached and is of no finished group
        var open = new Stack<int>();
        var isOpen = new bool[next.Count];
        var path = new Stack<(int Node, int Edge)>();
        var visited = 0;
        for (var start = 0; start < next.Count; start++)
        {
            if (number[start] != 0) continue;
            Enter(start);
            while (path.TryPop(out var at))
            {
                var (node, edge) = at;
                if (edge < next[node].Count)
                {
                    path.Push((node, edge + 1));
                    var to = next[node][edge];
                    if (number[to] == 0) Enter(to);
                    else if (isOpen[to]) lowest[node] = Math.Min(lowest[node], number[to]);
                    continue;
                }

                if (path.TryPeek(out var before)) lowest[before.Node] = Math.Min(lowest[before.Node], lowest[node]);
                if (lowest[node] == number[node]) Close(node);
            }
        }

        return groups;

        void Enter(int node)
        {
            number[node] = lowest[node] = ++visited;
            open.Push(node);
            isOpen[node] = true;
            path.Push((node, 0));
        }

        void Close(int node)
        {
            var group = ImmutableArray.CreateBuilder<int>();
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                group.Add(member);
            }
            while (member != node);
            if (group.Count > 1) groups.Add(group.ToImmutable());
        }
    }

    /// <summary>The shortest way from a place back to itself, with it at the start and not at the end; empty where there is none.</summary>
    public static ImmutableArray<int> Shortest(IReadOnlyList<IReadOnlyList<int>> next, int start)
    {
        var before = new Dictionary<int, int>();
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var to in next[node])
            {
                if (to != start)
                {
                    if (before.TryAdd(to, node)) waiting.Enqueue(to);
                    continue;
                }

                var way = new List<int>();
                for (var at = node; at != start; at = before[at]) way.Add(at);
                way.Add(start);
                way.Reverse();
                return [.. way];
            }
        }

        return [];
    }
}
