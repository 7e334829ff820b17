using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.Core.Tests.Frameworks.Drafting;

public sealed class DraftTreeTests
{
    private static readonly IReadOnlyList<DraftPosition> Tree = [new(1, 1), new(2, 2), new(3, 3), new(4, 2), new(5, 1), new(6, 2)];

    [Fact]
    public void A_row_takes_everything_below_it_along()
    {
        Assert.Equal("1 4 2 3 5 6", Order(DraftTree.Down(Tree, 2)));
        Assert.Equal("5 6 1 2 3 4", Order(DraftTree.Up(Tree, 5)));
        Assert.Equal("1 4 5 6 2 3", Order(DraftTree.Move(Tree, 2, 5, DropSide.Inside)));
    }

    [Fact]
    public void Indenting_makes_a_row_the_last_child_of_the_one_before_it()
    {
        var tree = DraftTree.Indent(Tree, 4);

        Assert.Equal(3, tree.Single(p => p.Number == 4).Level);
        Assert.Equal("1.1.2", DraftTree.Codes(tree)[4]);
        Assert.Same(Tree, DraftTree.Indent(Tree, 1));
    }

    [Fact]
    public void Outdenting_puts_a_row_after_its_parent()
    {
        var tree = DraftTree.Outdent(Tree, 2);

        Assert.Equal("1 4 2 3 5 6", Order(tree));
        Assert.Equal("2", DraftTree.Codes(tree)[2]);
        Assert.Equal("2.1", DraftTree.Codes(tree)[3]);
        Assert.Same(Tree, DraftTree.Outdent(Tree, 5));
    }

    [Fact]
    public void A_row_cannot_be_moved_into_itself() => Assert.Same(Tree, DraftTree.Move(Tree, 1, 3, DropSide.Inside));

    [Fact]
    public void Whatever_is_done_the_rows_stay_and_the_tree_stays_a_tree() =>
        Prop.ForAll<int[]>(acts =>
        {
            var tree = Tree;
            foreach (var act in acts ?? [])
            {
                var random = new Random(act);
                var (row, other) = (random.Next(1, 7), random.Next(1, 7));
                tree = random.Next(5) switch
                {
                    0 => DraftTree.Up(tree, row),
                    1 => DraftTree.Down(tree, row),
                    2 => DraftTree.Indent(tree, row),
                    3 => DraftTree.Outdent(tree, row),
                    _ => DraftTree.Move(tree, row, other, (DropSide)random.Next(3)),
                };
                Assert.Equal([1, 2, 3, 4, 5, 6], tree.Select(p => p.Number).Order());
                Assert.Equal(tree, DraftTree.Sound(tree));
                var codes = DraftTree.Codes(tree);
                Assert.Equal(6, codes.Values.Distinct().Count());
                Assert.Equal(tree.Select(p => p.Number), codes.OrderBy(c => CriterionCode.Parse(c.Value)).Select(c => c.Key));
            }
        }).QuickCheckThrowOnFailure();

    private static string Order(IEnumerable<DraftPosition> tree) => string.Join(' ', tree.Select(p => p.Number));
}
