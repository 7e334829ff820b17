using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>How rows of an older framework continue in a newer one.</summary>
public enum MappingRelation
{
    /// <summary>One row continues one row and asks for the same.</summary>
    Same,

    /// <summary>One row continues one row and covers more.</summary>
    Wider,

    /// <summary>One row continues one row and covers less.</summary>
    Narrower,

    /// <summary>One older row became several newer ones.</summary>
    Split,

    /// <summary>Several older rows became one newer one.</summary>
    Merged,

    /// <summary>A newer row that continues none.</summary>
    New,

    /// <summary>An older row that is not continued.</summary>
    Dropped,
}

/// <summary>Words and laws of <see cref="MappingRelation"/>.</summary>
public static class MappingRelations
{
    /// <summary>The relation seen from the other side: what was split is merged when read backwards.</summary>
    public static MappingRelation Inverse(this MappingRelation relation) => relation switch
    {
        MappingRelation.Wider => MappingRelation.Narrower,
        MappingRelation.Narrower => MappingRelation.Wider,
        MappingRelation.Split => MappingRelation.Merged,
        MappingRelation.Merged => MappingRelation.Split,
        MappingRelation.New => MappingRelation.Dropped,
        MappingRelation.Dropped => MappingRelation.New,
        _ => MappingRelation.Same,
    };

    /// <summary>Whether so many older and newer rows can stand in the relation.</summary>
    public static bool Fits(this MappingRelation relation, int from, int to) => relation switch
    {
        MappingRelation.New => from == 0 && to == 1,
        MappingRelation.Dropped => from == 1 && to == 0,
        MappingRelation.Split => from == 1 && to > 1,
        MappingRelation.Merged => from > 1 && to == 1,
        _ => from == 1 && to == 1,
    };

    /// <summary>The relation in words.</summary>
    public static LocalText Name(this MappingRelation relation) => relation switch
    {
        MappingRelation.Wider => new("mở rộng", "wider"),
        MappingRelation.Narrower => new("thu hẹp", "narrower"),
        MappingRelation.Split => new("tách", "split"),
        MappingRelation.Merged => new("gộp", "merged"),
        MappingRelation.New => new("mới", "new"),
        MappingRelation.Dropped => new("bỏ", "dropped"),
        _ => new("như cũ", "same"),
    };
}
