seats-left =
    { $seats ->
        [one] מקום אחד פנוי.
        [two] שני מקומות פנויים.
       *[other] { $seats } מקומות פנויים.
    }
only-default = משתתפים: { $members }.
queue = מקומך בתור: { $place }.
rooms =
    { $count ->
        [one] חדר אחד פתוח.
       *[more] חדרים פתוחים.
    }
two-rooms = שני חדרים
cards =
    { $cards ->
        [one] כרטיס אחד
        [two] שני כרטיסים
        [many] { $cards } כרטיסים
       *[other] { $cards } כרטיסים
    }
files = קבצים: { $files }
addresses =
    { $limit ->
       *[other] עד { $limit } כתובות
    }
delete =
    { $chosen ->
        [one] מחיקת הקובץ
       *[other] מחיקת הקבצים
    }
